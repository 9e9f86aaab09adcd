using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Core.Tests.Webhooks;

public sealed class WebhookDeliveryTests
{
    [Fact]
    public async Task A_receiver_that_stays_down_is_tried_ten_times_over_three_days_and_then_given_up()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = _ => Receiver.Status(503);
        var companion = await world.StartFlowAsync("f1", []);
        var ended = await world.Host.RunToEndAsync(companion);

        var waits = world.Receiver.Posts.Zip(world.Receiver.Posts.Skip(1), (a, b) => Math.Round((b.At - a.At).TotalSeconds)).ToList();
        Assert.Equal([5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400], waits);
        Assert.Single(world.Receiver.Posts.Select(p => p.Request.Headers["webhook-id"]).Distinct());
        Assert.Single(world.Receiver.Posts.Select(p => p.Request.Body).Distinct());
        var report = Report(ended);
        Assert.Equal(("givenUp", 10), ((string?)report["state"], (int)report["tries"]!));
        Assert.Equal(503, (int)report["lastTries"]!.AsArray()[^1]!["status"]!);
    }

    [Fact]
    public async Task A_receiver_that_comes_back_gets_the_event_and_the_log_says_how_it_went()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = n => n switch
        {
            1 => Task.FromResult(new WebhookAnswer(null, null, "no route")),
            2 or 3 => Receiver.Status(302),
            _ => Receiver.Status(200),
        };
        var ended = await world.Host.RunToEndAsync(await world.StartFlowAsync("f1", []));

        var report = Report(ended);
        Assert.Equal(("delivered", 4), ((string?)report["state"], (int)report["tries"]!));
        Assert.Equal([null, 302, 302, 200], report["lastTries"]!.AsArray().Select(t => (int?)t!["status"]));
        Assert.Equal("no route", (string?)report["lastTries"]![0]!["error"]);
    }

    [Fact]
    public async Task Every_delivery_carries_the_trace_of_the_start()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = n => Receiver.Status(n == 1 ? 503 : 200);
        var start = new FlowStart
        {
            Flow = "mediaflows.notify",
            Input = new NotifyInput { InstanceId = "f1", Url = "https://hooks.example/in", Secret = WebhookWorld.Secret },
            TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            TraceState = "rojo=1",
        };
        var companion = await world.Host.Client.StartAsync(start, default);
        await world.Host.Client.StartAsync(new FlowStart { Flow = "test.ending", Input = new EndingInput([]), InstanceId = "f1", NotifyInstanceId = companion }, default);
        await world.Host.RunToEndAsync(companion);
        Assert.Equal(2, world.Receiver.Posts.Count);
        Assert.All(world.Receiver.Posts, p => Assert.StartsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-", p.Request.Headers["traceparent"], StringComparison.Ordinal));
        Assert.All(world.Receiver.Posts, p => Assert.Equal("rojo=1", p.Request.Headers["tracestate"]));
    }

    [Theory]
    [InlineData(3600, 3600)]
    [InlineData(1, 5)]
    [InlineData(999_999, 86400)]
    public async Task The_receivers_Retry_After_counts_where_it_is_longer_up_to_a_day(int asked, int waited)
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = n => n == 1 ? Receiver.Status(429, asked) : Receiver.Status(200);
        await world.Host.RunToEndAsync(await world.StartFlowAsync("f1", []));
        Assert.Equal(waited, Math.Round((world.Receiver.Posts[1].At - world.Receiver.Posts[0].At).TotalSeconds));
    }

    [Fact]
    public async Task After_410_nothing_more_is_sent()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = _ => Receiver.Status(410);
        var companion = await world.StartFlowAsync("f1", ["timedOut"]);
        await world.Host.SettleAsync();
        Assert.Equal("disabled", (string?)Report(await world.GetAsync(companion))["state"]);
        await world.Host.Client.ResumeAsync("f1", new ResumeDecision(), default);
        await world.Host.PassAsync(TimeSpan.FromDays(5));
        Assert.Equal(FlowStatus.Completed, (await world.GetAsync("f1")).Status);
        Assert.Single(world.Receiver.Posts);
    }

    [Fact]
    public async Task A_crash_between_the_end_and_the_delivery_loses_nothing()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = n => n == 1 ? new TaskCompletionSource<WebhookAnswer>().Task : Receiver.Status(200);
        var companion = await world.StartFlowAsync("f1", ["wait"]);
        await world.Host.SettleAsync();
        await world.Host.Client.RaiseEventAsync("f1", "go", System.Text.Json.JsonSerializer.SerializeToElement("x"), default);
        while (world.Receiver.Posts.Count == 0) await Task.Yield();
        await world.Host.CrashAndRestartAsync();

        await world.Host.RunToEndAsync(companion);
        Assert.Equal(2, world.Receiver.Posts.Count);
        Assert.Single(world.Receiver.Posts.Select(p => p.Request.Headers["webhook-id"] + p.Request.Body).Distinct());
    }

    [Fact]
    public async Task A_crash_right_after_the_start_was_accepted_still_tells_the_end()
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartFlowAsync("f1", []);
        await world.Host.CrashAndRestartAsync();
        await world.Host.RunToEndAsync(companion);
        Assert.Equal(["mediaflows.flow.completed"], world.Receiver.Events.Select(e => (string?)e["type"]));
    }

    [Fact]
    public async Task By_hand_a_given_up_event_is_delivered_again_with_its_old_id()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = n => Receiver.Status(n <= 10 ? 500 : 200);
        var companion = await world.StartFlowAsync("f1", []);
        await world.Host.RunToEndAsync(companion);
        await world.Host.Client.RestartAsync(companion, sameId: true, default);
        await world.AgainAsync(companion);

        var ended = await world.Host.RunToEndAsync(companion);
        Assert.Equal("delivered", (string?)Report(ended)["state"]);
        Assert.Equal(11, world.Receiver.Posts.Count);
        Assert.Single(world.Receiver.Posts.Select(p => p.Request.Headers["webhook-id"]).Distinct());
    }

    [Fact]
    public async Task By_hand_a_delivery_that_waits_is_made_at_once()
    {
        await using var world = await WebhookWorld.StartAsync();
        world.Receiver.Answer = n => Receiver.Status(n <= 4 ? 500 : 200);
        var companion = await world.StartFlowAsync("f1", []);
        await world.Host.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(4, world.Receiver.Posts.Count);
        await world.AgainAsync(companion);
        await world.Host.SettleAsync();
        Assert.Equal(FlowStatus.Completed, (await world.GetAsync(companion)).Status);
        Assert.Equal(5, world.Receiver.Posts.Count);
    }

    [Fact]
    public async Task By_hand_one_delivery_that_arrived_is_made_again_word_for_word_and_no_other()
    {
        await using var world = await WebhookWorld.StartAsync();
        var companion = await world.StartFlowAsync("f1", ["failed"], "started", "failed");
        await world.Host.SettleAsync();
        var first = world.Receiver.Posts[0].Request;
        Assert.Equal(["mediaflows.flow.started", "mediaflows.flow.failed"], world.Receiver.Events.Select(e => (string?)e["type"]));

        await world.AgainAsync(companion, first.Headers["webhook-id"]);
        await world.Host.SettleAsync();
        Assert.Equal(3, world.Receiver.Posts.Count);
        var again = world.Receiver.Posts[2].Request;
        Assert.Equal((first.Headers["webhook-id"], first.Body), (again.Headers["webhook-id"], again.Body));
    }

    private static JsonNode Report(FlowInstance companion) => companion.Progress!["webhooks"]!.AsArray().Single()!;
}
