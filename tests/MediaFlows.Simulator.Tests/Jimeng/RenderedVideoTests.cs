using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Jimeng;

namespace MediaFlows.Simulator.Tests.Jimeng;

/// <summary>Results have the size and length that were asked for, in the judgement of ffprobe.</summary>
public sealed class RenderedVideoTests
{
    [Theory]
    [InlineData("jimeng_t2v_v30", "21:9", 121, "1504x640")]
    [InlineData("jimeng_t2v_v30", "9:16", 97, "704x1248")]
    public async Task A_result_is_playable_and_of_the_asked_size_and_length(string reqKey, string ratio, int frames, string size)
    {
        if (!Exists("ffmpeg") || !Exists("ffprobe")) Assert.Skip("ffmpeg and ffprobe are not installed: the simulator serves its small sample instead of rendering.");
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["jimeng"] = 0 } });
        var body = JsonNode.Parse($$"""{"req_key":"{{reqKey}}","prompt":"p","frames":{{frames}},"aspect_ratio":"{{ratio}}"}""")!.AsObject();
        var task = SubmitRules.Read(body, "1", DateTimeOffset.UnixEpoch, strict: false)!;
        Assert.Equal(size, $"{task.Width}x{task.Height}");

        var path = await new VideoRenderer(simulator["jimeng"]).RenderAsync(task, TestContext.Current.CancellationToken);
        var probe = JsonNode.Parse(await RunAsync("ffprobe", $"-v error -count_frames -show_streams -show_format -of json \"{path}\""))!;
        var stream = probe["streams"]![0]!;
        Assert.Equal(size, $"{stream["width"]}x{stream["height"]}");
        Assert.Equal(frames.ToString(), stream["nb_read_frames"]!.ToString());
        Assert.Equal("24/1", stream["avg_frame_rate"]!.ToString());
        Assert.Contains("mp4", probe["format"]!["format_name"]!.ToString(), StringComparison.Ordinal);
    }

    private static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, program)) || File.Exists(Path.Combine(f, program + ".exe")));

    private static async Task<string> RunAsync(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}
