using System.ComponentModel;
using System.Diagnostics;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class EnhancedFileTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"mediaflows-enhanced-{Environment.ProcessId}.mp4");
    private BytePlusLab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await BytePlusLab.StartAsync();

    public ValueTask DisposeAsync()
    {
        File.Delete(_file);
        return _lab.DisposeAsync();
    }

    [Fact]
    public async Task An_enhanced_video_has_the_resolution_that_was_asked_for_where_ffmpeg_is_installed()
    {
        _lab.Cloud.Knobs["reencode"] = true;
        var input = BytePlusLab.Enhance.Replace("VID", await _lab.UploadSampleAsync(), StringComparison.Ordinal).Replace("720p", "360p", StringComparison.Ordinal);

        var result = _lab.Reveal(await _lab.Runner.RunAsync("byteplus.enhance", input));

        using var http = new HttpClient();
        await File.WriteAllBytesAsync(_file, await http.GetByteArrayAsync(result["VideoUrls"]![0]!["Url"]!.GetValue<string>()));
        var size = await ProbeAsync();
        if (size is null)
        {
            output.WriteLine("ffprobe is not installed: only the copy of the source is checked.");
            Assert.Equal(SampleVideo.ReadAllBytes(), await File.ReadAllBytesAsync(_file));
            return;
        }

        Assert.Equal("h264,640,360", size);
    }

    private async Task<string?> ProbeAsync()
    {
        var start = new ProcessStartInfo("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=codec_name,width,height", "-of", "csv=p=0", _file])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        try
        {
            using var probe = Process.Start(start)!;
            var said = await probe.StandardOutput.ReadToEndAsync();
            await probe.WaitForExitAsync();
            Assert.Equal(0, probe.ExitCode);
            return said.Trim();
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
