using System.Globalization;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Core.Tests.Webhooks;

public sealed class NotifyFlowTests
{
    [Fact]
    public async Task A_completed_flow_is_told_once_as_a_signed_CloudEvent_and_the_companion_ends()
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartFlowAsync("f1", []);
        Assert.Equal(FlowStatus.Completed, (await world.Host.RunToEndAsync(companion)).Status);

        var (at, request) = Assert.Single(world.Receiver.Posts);
        var told = world.Receiver.Events.Single();
        Assert.Equal("https://hooks.example/in?token=canary-query", request.Url);
        Assert.Equal("application/cloudevents+json", request.ContentType);
        Assert.Equal(("1.0", "mediaflows.flow.completed", "f1"), ((string?)told["specversion"], (string?)told["type"], (string?)told["subject"]));
        Assert.Equal(("f1", "completed", "test.ending"), ((string?)told["data"]!["id"], (string?)told["data"]!["state"], (string?)told["data"]!["pipeline"]));
        Assert.NotNull(told["data"]!["output"]);
        var id = (string)told["id"]!;
        Assert.Equal(id, request.Headers["webhook-id"]);
        Assert.Equal(at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), request.Headers["webhook-timestamp"]);
        Assert.Equal(WebhookSignature.Make(WebhookWorld.Secret, id, at.ToUnixTimeSeconds(), request.Body), request.Headers["webhook-signature"]);
    }

    [Theory]
    [InlineData("failed", FlowStatus.Failed)]
    [InlineData("timedOut", FlowStatus.TimedOut)]
    [InlineData("needsAttention", FlowStatus.NeedsAttention)]
    public async Task After_an_end_that_can_go_on_the_companion_waits_for_the_next(string end, FlowStatus status)
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartFlowAsync("f1", [end]);
        await world.Host.SettleAsync();

        Assert.Equal(status, (await world.GetAsync("f1")).Status);
        Assert.Equal(["mediaflows.flow." + end], world.Receiver.Events.Select(e => (string?)e["type"]));
        Assert.False((await world.GetAsync(companion)).Status.IsEnded());
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("terminated")]
    public async Task A_stopped_flow_is_told_too(string end)
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartFlowAsync("f1", ["wait"]);
        await world.Host.SettleAsync();
        await (end == "cancelled" ? world.Host.Client.CancelAsync("f1", null, default) : world.Host.Client.TerminateAsync("f1", null, default));

        await world.Host.RunToEndAsync(companion);
        Assert.Equal(["mediaflows.flow." + end], world.Receiver.Events.Select(e => (string?)e["type"]));
    }

    [Fact]
    public async Task Every_end_of_a_resumed_flow_has_an_id_of_its_own()
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartFlowAsync("f1", ["timedOut", "needsAttention"], "started", "timedOut", "needsAttention", "completed");
        for (var i = 0; i < 2; i++)
        {
            await world.Host.SettleAsync();
            await world.Host.Client.ResumeAsync("f1", new ResumeDecision(), default);
        }

        await world.Host.RunToEndAsync(companion);
        Assert.Equal(
            ["mediaflows.flow.started", "mediaflows.flow.timedOut", "mediaflows.flow.needsAttention", "mediaflows.flow.completed"],
            world.Receiver.Events.Select(e => (string?)e["type"]));
        Assert.Equal(4, world.Receiver.Events.Select(e => (string?)e["id"]).Distinct().Count());
    }

    [Fact]
    public async Task Only_the_events_asked_for_are_told()
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartFlowAsync("f1", ["timedOut"], "failed", "completed");
        await world.Host.SettleAsync();
        Assert.Empty(world.Receiver.Posts);
        await world.Host.Client.ResumeAsync("f1", new ResumeDecision(), default);
        await world.Host.RunToEndAsync(companion);
        Assert.Equal(["mediaflows.flow.completed"], world.Receiver.Events.Select(e => (string?)e["type"]));
    }

    [Fact]
    public async Task A_companion_whose_flow_never_came_to_be_ends_by_itself()
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartCompanionAsync("nobody");
        Assert.Equal(FlowStatus.Completed, (await world.Host.RunToEndAsync(companion)).Status);
        Assert.Empty(world.Receiver.Posts);
    }

    [Fact]
    public async Task A_companion_that_waits_for_weeks_goes_on_as_new_and_still_tells_the_end()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = n => Receiver.Status(n <= 10 ? 500 : 200);
        var companion = await world.StartFlowAsync("f1", ["timedOut"]);
        await world.Host.PassAsync(TimeSpan.FromDays(25));
        Assert.Equal(10, world.Receiver.Posts.Count);
        await world.Host.CrashAndRestartAsync();
        await world.Host.Client.ResumeAsync("f1", new ResumeDecision(), default);
        await world.Host.RunToEndAsync(companion);
        Assert.Equal("mediaflows.flow.completed", (string?)world.Receiver.Events.Last()["type"]);
        Assert.Equal($"{companion}.1", (string?)world.Receiver.Events.Last()["id"]);
    }

    [Fact]
    public async Task An_end_that_no_event_told_is_found_by_looking()
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartFlowAsync("f1", ["wait"]);
        await world.Host.Client.SuspendAsync(companion, null, default);
        await world.Host.Client.TerminateAsync("f1", null, default);
        await world.Host.Client.RestartAsync(await EndAsync(world, companion), sameId: true, default);
        await world.Host.RunToEndAsync(companion);
        Assert.Equal(["mediaflows.flow.terminated"], world.Receiver.Events.Select(e => (string?)e["type"]));
    }

    // A companion that was stopped with the event in its inbox has lost it.
    private static async Task<string> EndAsync(WebhookWorld world, string companion)
    {
        await world.Host.Client.TerminateAsync(companion, null, default);
        await world.Host.SettleAsync();
        return companion;
    }

    [Fact]
    public async Task Neither_status_nor_history_nor_storage_holds_the_secret_or_the_URLs_query()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = n => Receiver.Status(n < 3 ? 500 : 200);
        var companion = await world.StartFlowAsync("f1", []);
        var said = System.Text.Json.JsonSerializer.Serialize(await world.Host.RunToEndAsync(companion)) + System.Text.Json.JsonSerializer.Serialize(await world.GetAsync("f1"));
        await foreach (var e in world.Host.Client.HistoryAsync(companion, 0, default)) said += System.Text.Json.JsonSerializer.Serialize(e);
        await foreach (var blob in world.Host.Blobs.ListAsync("", default)) said += System.Text.Encoding.Latin1.GetString((await world.Host.Blobs.GetAsync(blob.Name, default))!.Bytes.Span);
        foreach (var post in world.Receiver.Posts) said += post.Request.Body;
        Assert.Contains("mediaflows.flow.completed", said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", said, StringComparison.Ordinal);
    }
}
