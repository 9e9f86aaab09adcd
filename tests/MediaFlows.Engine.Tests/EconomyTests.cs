using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests;

/// <summary>Lines 7 and 9 of the engine's contract: what waiting flows and idle hubs cost. Alone, because memory is the whole process's.</summary>
[Collection("alone")]
public sealed class EconomyTests
{
    private static readonly ScriptedFlow Waiting = new("test.waiting", async (context, input) =>
    {
        await context.CreateTimer(TimeSpan.FromHours(24));
        return await context.Act(input);
    });

    [Fact]
    public async Task A_flow_that_waits_on_a_timer_costs_at_most_two_kilobytes_with_its_share_of_the_journal()
    {
        const int Flows = 4000, Rounds = 3;
        await using var host = await ScriptedHost.StartAsync(Waiting);
        await StartAsync(host, 0, 100);
        var each = new long[Rounds];
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            await StartAsync(host, 100 + (round * Flows), Flows);
            each[round] = (GC.GetTotalMemory(forceFullCollection: true) - before) / Flows;
        }

        // The middle one: a round in which something of an earlier test is let go at last looks too cheap, even less than nothing.
        Array.Sort(each);
        Assert.InRange(each[Rounds / 2], 100, 2048);
    }

    [Fact]
    public async Task An_idle_hub_with_a_waiting_flow_asks_storage_at_most_eighty_times_an_hour()
    {
        // Seventy more are allowed to the ingest queue, which has a test of its own: a hundred and fifty in all.
        var time = new VirtualTime();
        var blobs = new MemoryBlobStore(time);
        await using var host = await ScriptedHost.StartAsync(ScriptedHost.Echo, new EngineOptions(), time, blobs, Waiting);
        await host.StartAsync("test.waiting", "x", "one");
        await host.SettleAsync();
        var before = blobs.Requests;
        await host.PassAsync(TimeSpan.FromHours(1));
        Assert.InRange(blobs.Requests - before, 1, 80);
    }

    private static async Task StartAsync(Testing.Flows.FlowTestHost host, int first, int count)
    {
        for (var i = first; i < first + count; i++) await host.StartAsync("test.waiting", "x", $"w{i}");
        await host.SettleAsync();
    }
}
