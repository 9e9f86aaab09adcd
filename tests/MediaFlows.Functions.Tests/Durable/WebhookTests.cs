using System.Text;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Batches.Flows;
using MediaFlows.Core.Client;
using MediaFlows.Core.Media;

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

    [Fact]
    public async Task An_item_of_a_batch_that_names_a_webhook_is_told_of_by_its_own_companion()
    {
        await using var world = new WebhookWorld();
        world.Media.Blobs["m.jsonl"] = Encoding.UTF8.GetBytes($$$"""
            {"key":"a","input":{"steps":["a"]},"notify":{"url":"https://hooks.example/a","secret":"{{{WebhookWorld.Secret}}}","events":["started","completed"]}}
            {"key":"b","input":{"steps":["b"]}}
            {"key":"c","input":{"steps":["c"]},"notify":{"url":"https://hooks.example/c","secret":"{{{WebhookWorld.Secret}}}","events":["failed"]}}
            """);
        world.Host.Script.Fail("c");
        var input = new BatchInput { Manifest = new MediaSource { Blob = "m.jsonl" }, Flow = "contract.steps", Format = "jsonl", MaxParallel = 2 };
        await world.Host.Client.StartAsync(new FlowStart { Flow = BatchFlow.Ref.Name, Input = input, InstanceId = "b" }, default);
        Assert.Equal(FlowStatus.Failed, (await world.Host.EndAsync("b")).Status);
        var completed = (await world.Host.Client.GetAsync("b:i0", default))!.NotifyInstanceId!;
        var failed = (await world.Host.Client.GetAsync("b:i2", default))!.NotifyInstanceId!;
        Assert.Equal(FlowStatus.Completed, (await world.Host.EndAsync(completed)).Status);
        await world.Host.SettleAsync();
        Assert.Equal(FlowStatus.Running, (await world.Host.Client.GetAsync(failed, default))!.Status); // A retry of the item may follow.
        Assert.Null((await world.Host.Client.GetAsync("b:i1", default))!.NotifyInstanceId);
        Assert.Equal(
            ["mediaflows.flow.completed b:i0", "mediaflows.flow.failed b:i2", "mediaflows.flow.started b:i0"],
            world.Told.Select(t => $"{t["type"]} {t["subject"]}").Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b", "c"], world.Host.Script.Ran.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(WebhookWorld.Secret, await world.Host.StoredAsync(), StringComparison.Ordinal);
    }
}
