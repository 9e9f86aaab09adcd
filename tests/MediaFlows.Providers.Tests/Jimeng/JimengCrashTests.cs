using MediaFlows.Core.Client;
using MediaFlows.Providers.Tests.Crashes;
using MediaFlows.Simulator.Faults;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Time;

namespace MediaFlows.Providers.Tests.Jimeng;

/// <summary>The process is killed at every boundary of every activity, on the real engine: the service charges once.</summary>
public sealed class JimengCrashTests
{
    // before and after: submit, the one query that finds it done, the download.
    private const int Boundaries = 6;

    [Fact]
    public async Task A_crash_at_any_boundary_pays_once_and_still_gets_the_video()
    {
        for (var killAt = 0; killAt <= Boundaries; killAt++)
        {
            await using var simulator = await StartAsync();
            var run = new CrashRun(simulator.Host.Environment, simulator.Time);
            var (ended, passed) = await run.RunAsync("jimeng.generate-video", JimengBench.Saved, killAt);
            Assert.True(ended.Status == FlowStatus.Completed, $"killed at {killAt}: {ended.Status} {ended.Error?.Message}");
            Assert.Equal(1, simulator.Host["jimeng"].Charges.Count);
            Assert.Equal(SampleVideo.ReadAllBytes(), run.Media.Blobs["out/clip.mp4"]);
            if (killAt == 0) Assert.Equal(Boundaries, passed);
        }
    }

    [Fact]
    public async Task An_answer_that_is_dropped_as_the_process_dies_waits_for_a_person_and_is_charged_once()
    {
        await using var simulator = await StartAsync();
        simulator.Host["jimeng"].Faults.Add(new FaultRule { Operation = "CVSync2AsyncSubmitTask", Kind = FaultKind.DropAfter });
        var (ended, _) = await new CrashRun(simulator.Host.Environment, simulator.Time).RunAsync("jimeng.generate-video", JimengBench.Text, killAt: 2);
        Assert.Equal(FlowStatus.NeedsAttention, ended.Status);
        Assert.Equal(1, simulator.Host["jimeng"].Charges.Count);
        Assert.Equal(1, simulator.Host["jimeng"].Requests["CVSync2AsyncSubmitTask"]);
    }

    private static async Task<Running> StartAsync()
    {
        var time = new VirtualTime();
        var host = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["jimeng"] = 0 }, Time = time });
        host["jimeng"].Knobs["renderer"] = "sample";
        return new Running(host, time);
    }

    private sealed record Running(SimulatorHost Host, VirtualTime Time) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
