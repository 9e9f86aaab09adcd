using System.Diagnostics;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>ffmpeg and ffprobe, when they are installed.</summary>
internal static class MediaTools
{
    private static readonly string? Ffmpeg = Find("ffmpeg");
    private static readonly string? Ffprobe = Find("ffprobe");

    public static bool CanProcess => Ffmpeg is not null;

    public static bool CanProbe => Ffprobe is not null;

    /// <summary>Runs ffmpeg; null when it worked, else the last line it said.</summary>
    public static async Task<string?> ProcessAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var (exit, _, error) = await RunAsync(Ffmpeg!, ["-hide_banner", "-nostdin", "-v", "error", "-y", .. arguments], cancellationToken);
        return exit == 0 ? null : error.Trim().Split('\n')[^1];
    }

    /// <summary>Runs ffprobe and returns what it printed; null when the file is no media.</summary>
    public static async Task<string?> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        var (exit, output, _) = await RunAsync(Ffprobe!, ["-v", "error", "-of", "json", "-show_format", "-show_streams", path], cancellationToken);
        return exit == 0 ? output : null;
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true } };
        process.Start();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(File.Exists);
}
