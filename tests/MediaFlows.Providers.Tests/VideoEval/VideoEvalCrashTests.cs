using MediaFlows.Core.Client;
using MediaFlows.Providers.Tests.Crashes;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Time;

namespace MediaFlows.Providers.Tests.VideoEval;

/// <summary>The process is killed at every boundary of every activity, on the real engine: one task is created, and a finished upload stays finished.</summary>
public sealed class VideoEvalCrashTests
{
    // before and after: two uploads, the list of known tasks, the creation.
    private const int Boundaries = 8;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_boundary_creates_one_task_and_repeats_at_most_what_was_under_way(bool dropsAnswer)
    {
        for (var killAt = 0; killAt <= Boundaries; killAt++)
        {
            var time = new VirtualTime();
            await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["videoeval"] = 0 }, Time = time });
            var cloud = simulator["videoeval"];
            if (dropsAnswer) cloud.Faults.Add(new FaultRule { Operation = "CreateTask", Kind = FaultKind.DropAfter });
            var run = new CrashRun(simulator.Environment, time);
            foreach (var name in (string[])["video-1.mp4", "video-2.mp4"]) run.Media.Blobs[name] = SampleVideo.ReadAllBytes();
            var (ended, passed) = await run.RunAsync("videoeval.submit", VideoEvalBench.Videos(2, ""","prompt":"ours" """), killAt);
            Assert.True(ended.Status == FlowStatus.Completed, $"killed at {killAt}: {ended.Status} {ended.Error?.Message}");
            Assert.Equal(1, cloud.Charges.Count);
            Assert.Equal("555001", ended.Output!["data"]!["task_id"]!.ToString());
            Assert.InRange(cloud.Requests["UploadAttachment"], 2, killAt is > 4 or 0 ? 2 : 4);
            if (killAt == 0 && !dropsAnswer) Assert.Equal(Boundaries, passed);
        }
    }
}
