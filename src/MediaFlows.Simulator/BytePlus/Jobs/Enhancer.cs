using System.ComponentModel;
using System.Diagnostics;
using MediaFlows.Simulator.BytePlus.Objects;

namespace MediaFlows.Simulator.BytePlus.Jobs;

/// <summary>
/// Makes the result of an enhancement: the source re-encoded (scaled to the target) where ffmpeg is installed, else a copy. Playable either
/// way.
/// </summary>
internal sealed class Enhancer(BytePlusAccount account)
{
    public async Task RunAsync(string sourceUri, string outputUri, string? resolution)
    {
        var source = await account.Objects.PathAsync(sourceUri, CancellationToken.None)
            ?? throw new InvalidOperationException($"{sourceUri} is gone.");
        var encoded = Path.ChangeExtension(Path.Combine(Path.GetTempPath(), "mediaflows-" + Path.GetRandomFileName()), ".mp4");
        try
        {
            var path = account.Knobs.Reencode && await EncodeAsync(source, encoded, resolution) ? encoded : source;
            await using var content = File.OpenRead(path);
            var part = await account.Objects.ReceiveAsync($"enhanced/{account.Ids.Next("enhanced")}", content, null, CancellationToken.None);
            account.Objects.Put(outputUri, [part!]);
        }
        finally
        {
            File.Delete(encoded);
        }
    }

    /// <summary>Shorter side in pixels of a documented resolution word; null keeps the source's.</summary>
    public static int? Height(string? resolution) => resolution switch
    {
        null or "" => null,
        "2k" => 1440,
        "4k" => 2160,
        _ => int.Parse(resolution.TrimEnd('p'), System.Globalization.CultureInfo.InvariantCulture),
    };

    private static async Task<bool> EncodeAsync(string source, string target, string? resolution)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])["-v", "error", "-y", "-i", source]) start.ArgumentList.Add(argument);
        if (Height(resolution) is { } height) AddAll(start, "-vf", $"scale=-2:{height}");
        AddAll(start, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-movflags", "+faststart", "-f", "mp4", target);
        try
        {
            using var process = Process.Start(start)!;
            await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false; // Not installed.
        }
    }

    private static void AddAll(ProcessStartInfo start, params string[] arguments)
    {
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
    }
}
