using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.Jimeng;

/// <summary>Renders a test picture of the asked size and length at 24 frames a second, where ffmpeg is installed; each size and length once.</summary>
internal sealed class VideoRenderer(CloudContext cloud)
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Path of the video, or null without ffmpeg.</summary>
    public async Task<string?> RenderAsync(VisualTask task, CancellationToken cancellationToken)
    {
        var key = $"rendered/{task.Width}x{task.Height}/{task.Frames}.mp4";
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (cloud.Files.Find(key) is { } ready) return ready;
            var target = Path.Combine(Path.GetTempPath(), "mediaflows-" + Path.GetRandomFileName() + ".mp4");
            try
            {
                if (!await EncodeAsync(task, target)) return null;
                await using (var content = File.OpenRead(target)) await cloud.Files.WriteAsync(key, content, cancellationToken);
                return cloud.Files.Find(key);
            }
            finally
            {
                File.Delete(target);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private static async Task<bool> EncodeAsync(VisualTask task, string target)
    {
        var start = new ProcessStartInfo("ffmpeg") { RedirectStandardError = true, UseShellExecute = false };
        string[] arguments =
        [
            "-v", "error", "-y", "-f", "lavfi", "-i", $"testsrc2=size={task.Width}x{task.Height}:rate=24",
            "-frames:v", task.Frames.ToString(CultureInfo.InvariantCulture), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-movflags", "+faststart", target,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
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
}
