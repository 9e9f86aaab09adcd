using MediaFlows.Core.Client;

namespace MediaFlows.Functions.Tests.Durable;

/// <summary>Webhooks on Durable Functions: the orchestrator tells its companion, and the client does where code can run no more.</summary>
public sealed class WebhookTests
{
    [Fact]
    public async Task A_completed_orchestration_is_told_with_its_status()
    {
        await using var world = new WebhookWorld();
        var companion = await world.StartAsync("contract.steps");
        Assert.Equal(FlowStatus.Completed, (await world.Host.EndAsync(companion)).Status);
        Assert.Equal(["mediaflows.flow.started", "mediaflows.flow.completed"], world.Told.Select(t => (string?)t["type"]));
        Assert.Equal(("completed", "contract.steps"), ((string?)world.Told.Last()["data"]!["state"], (string?)world.Told.Last()["data"]!["pipeline"]));
        Assert.DoesNotContain(WebhookWorld.Secret, await world.Host.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminated_orchestration_is_told_by_the_client()
    {
        await using var world = new WebhookWorld();
        var companion = await world.StartAsync("contract.events");
        await world.Host.SettleAsync();
        await world.Host.Client.TerminateAsync("watched", null, default);
        Assert.Equal(FlowStatus.Completed, (await world.Host.EndAsync(companion)).Status);
        Assert.Equal("mediaflows.flow.terminated", (string?)world.Told.Last()["type"]);
    }
}
