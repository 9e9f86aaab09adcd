using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests.Telemetry;

/// <summary>The meter against independent counts: what the flows did, what the storage was asked, what the histories hold.</summary>
public sealed class MeterTests
{
    [Fact]
    public async Task Counters_say_what_was_done()
    {
        using var meter = new MeterCollector();
        var time = new VirtualTime();
        var blobs = new CountingStore(time);
        var flow = new ScriptedFlow("test.flow", async (context, input) => input == "child" ? await context.Act(input) : await context.Act(await context.Act(input)));
        var waiting = new ScriptedFlow("test.waiting", (context, _) => context.WaitForExternalEvent<string>("never"));
        await using var host = await ScriptedHost.StartAsync(
            (_, input, _) => input == "bad" ? throw new FlowException(ErrorCodes.ProviderRefused, "no") : Task.FromResult(input), null, time, blobs, flow, waiting);
        foreach (var (name, input) in (IEnumerable<(string, string)>)[("a", "x"), ("b", "x"), ("c", "bad")]) await host.StartAsync("test.flow", input, name);
        foreach (var name in (string[])["w1", "w2", "w3"]) await host.StartAsync("test.waiting", "x", name);
        foreach (var name in (string[])["a", "b", "c"]) await host.RunToEndAsync(name);
        await host.Client.TerminateAsync("w1", null, default);
        await host.Client.CancelAsync("w2", null, default);
        await host.SettleAsync();

        Assert.Equal(6, meter.Sum("mediaflows.flows.started"));
        Assert.Equal(2, meter.Sum("mediaflows.flows.ended", "Completed"));
        Assert.Equal(1, meter.Sum("mediaflows.flows.ended", "Failed"));
        Assert.Equal(1, meter.Sum("mediaflows.flows.ended", "Terminated"));
        Assert.Equal(1, meter.Sum("mediaflows.flows.ended", "Cancelled"));
        Assert.Equal(5, meter.Sum("mediaflows.flows.ended"));
        Assert.Equal(1, meter.Gauge("mediaflows.flows.live"));
        Assert.Equal(0, meter.Gauge("mediaflows.activities.running"));
        Assert.Equal(0, meter.Gauge("mediaflows.journal.backlog"));
        Assert.Equal(3 + 3 + 2 + 3 + 1, meter.Sum("mediaflows.turns"));
        Assert.Equal(blobs.Appends, meter.Sum("mediaflows.journal.appends"));
        Assert.Equal(blobs.Appends, meter.Count("mediaflows.journal.batch.size"));
        Assert.Equal(blobs.Appends, meter.Count("mediaflows.journal.append.duration"));
        Assert.InRange(meter.Sum("mediaflows.journal.append.duration") / blobs.Appends, 0.0199, 0.04);
        Assert.Equal(blobs.AppendedBytes, meter.Sum("mediaflows.journal.batch.size"));
    }

    [Fact]
    public async Task A_start_that_is_refused_and_a_replay_count_nothing()
    {
        using var meter = new MeterCollector();
        var waiting = new ScriptedFlow("test.waiting", async (context, input) =>
        {
            await context.Act(input);
            return await context.WaitForExternalEvent<string>("go");
        });
        await using var host = await ScriptedHost.StartAsync(waiting);
        await host.StartAsync("test.waiting", "x", "one");
        await Assert.ThrowsAsync<FlowException>(() => host.StartAsync("test.waiting", "x", "one"));
        await host.SettleAsync();
        var turns = meter.Sum("mediaflows.turns");
        await host.CrashAndRestartAsync();
        await host.SettleAsync();
        Assert.Equal((1, 2, turns), (meter.Sum("mediaflows.flows.started"), turns, meter.Sum("mediaflows.turns")));
        Assert.Equal(1, meter.Gauge("mediaflows.flows.live"));
    }

    /// <summary>A storage whose appends are counted and take 20 ms.</summary>
    private sealed class CountingStore(VirtualTime time) : MemoryBlobStore(time)
    {
        public int Appends { get; private set; }

        public long AppendedBytes { get; private set; }

        public override Task<long> AppendAsync(string name, ReadOnlyMemory<byte> block, long expectedPosition, CancellationToken cancellationToken)
        {
            if (!name.Contains("/journal/", StringComparison.Ordinal)) return base.AppendAsync(name, block, expectedPosition, cancellationToken);
            Appends++;
            time.Advance(TimeSpan.FromMilliseconds(20));
            AppendedBytes += block.Length;
            return base.AppendAsync(name, block, expectedPosition, cancellationToken);
        }
    }
}
