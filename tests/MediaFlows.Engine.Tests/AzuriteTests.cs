using MediaFlows.Core.Errors;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Azurite;

namespace MediaFlows.Engine.Tests;

/// <summary>The journal on real append blobs: everything else runs on blobs in memory, which promise the same.</summary>
public sealed class AzuriteTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task A_flow_goes_on_after_a_crash_ends_is_archived_and_purged_and_a_lost_owner_is_refused()
    {
        var flow = new ScriptedFlow("test.flow", async (context, input) =>
        {
            var text = await context.Act(input);
            await context.CreateTimer(TimeSpan.FromHours(1));
            return await context.Act(text);
        });
        var big = new string('x', 100_000);
        var blobs = azurite.NewStore();
        await using var host = await ScriptedHost.StartAsync(ScriptedHost.Echo, null, null, blobs, flow);
        await host.StartAsync("test.flow", big, "one");
        await host.CrashAndRestartAsync();
        Assert.Equal(big, (string?)(await host.RunToEndAsync("one")).Output);
        await host.PassAsync(TimeSpan.FromMinutes(1));
        await host.RestartAsync();
        Assert.Equal(big, (string?)(await host.Client.GetAsync("one", default))!.Output);

        await using var other = await ScriptedHost.StartAsync(ScriptedHost.Echo, null, host.Time, blobs, flow);
        Assert.Equal(ErrorCodes.HubLost, (await Assert.ThrowsAsync<FlowException>(() => host.StartAsync("test.flow", "x", "late"))).Error.Code);
        Assert.True(await other.Client.PurgeAsync("one", default));
        Assert.Null(await other.Client.GetAsync("one", default));
    }
}
