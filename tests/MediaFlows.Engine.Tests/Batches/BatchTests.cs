using System.Text;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Batches.Flows;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Submissions;
using MediaFlows.Core.Webhooks;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Engine.Tests.Batches;

/// <summary>The batch flow on the embedded engine, in virtual time.</summary>
public sealed class BatchTests
{
    private readonly ClipCloud _cloud = new();

    [Fact]
    public async Task Killed_before_and_after_every_step_a_batch_loses_no_item_and_pays_for_none_twice()
    {
        var drill = new CrashDrill(typeof(FlowTestHost).Assembly, new Dictionary<string, string>(StringComparer.Ordinal), new VirtualTime()) { Services = Add };
        drill.Media.Blobs["m.jsonl"] = Manifest(5, seconds: 2);
        var crashes = await drill.RunAsync("mediaflows.batch", """{"manifest":{"blob":"m.jsonl"},"flow":"clip.make-clip","maxParallel":2,"maxCharges":5}""", (instance, place, after) =>
        {
            Assert.True(instance.Status == FlowStatus.Completed, $"{place} {after}: {instance.Status} {instance.Error?.Message}");
            Assert.Equal(["c0", "c1", "c2", "c3", "c4"], _cloud.Charged.Values.Order(StringComparer.Ordinal));
            Assert.Equal((5, 5, 5), ((long)instance.Output!["items"]!, (long)instance.Output["done"]!, (long)instance.Output["charged"]!));
            _cloud.Charged.Clear();
        });
        Assert.True(crashes > 50, $"{crashes} crashes");
    }

    [Fact]
    public async Task Retry_runs_only_the_failed_items_and_keeps_their_finished_steps()
    {
        await using var host = await HostAsync(30);
        foreach (var clip in (int[])[3, 17]) _cloud.Failing["finish:c" + clip] = true;
        var failed = await RunAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 5 });
        Assert.Equal((FlowStatus.Failed, ErrorCodes.ItemsFailed), (failed.Status, failed.Error!.Code));
        Assert.Equal([3L, 17L], (await ResultsAsync(host)).Where(r => r.State == "failed").Select(r => r.Index));

        _cloud.Failing.Clear();
        await host.CrashAndRestartAsync();
        await host.Client.RetryAsync("b", new ResumeDecision(), CancellationToken.None);
        var done = await host.RunToEndAsync("b");
        Assert.Equal((30, 30), ((long)done.Output!["done"]!, (long)done.Output["charged"]!));
        Assert.Equal(30, (long)done.Progress!["items"]!["charged"]!);
        Assert.All(await ResultsAsync(host), r => Assert.Equal(("completed", $"job-c{r.Index}"), (r.State, r.Output!.Value.GetProperty("jobId").GetString())));
        Assert.Equal((1, 2, 1, 1), (_cloud.Count("prepare:c3"), _cloud.Count("finish:c3"), _cloud.Count("prepare:c4"), _cloud.Count("finish:c4")));
        Assert.Equal(30, _cloud.Charged.Count);
    }

    [Fact]
    public async Task Past_the_charge_limit_items_need_attention_and_pay_nothing()
    {
        await using var host = await HostAsync(25);
        var ended = await RunAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 10, MaxCharges = 7 });
        Assert.Equal(ErrorCodes.ItemsFailed, ended.Error!.Code);
        var results = await ResultsAsync(host);
        Assert.Equal((7, 18), (results.Count(r => r.State == "completed"), results.Count(r => r.State == "needsAttention" && r.Error!.Code == ErrorCodes.ChargeLimit)));
        Assert.Equal(7, _cloud.Charged.Count);
        var items = ended.Progress!["items"]!;
        Assert.Equal((25, 7, 18, 7), ((long)items["total"]!, (long)items["done"]!, (long)items["failed"]!, (long)items["charged"]!));
    }

    [Fact]
    public async Task A_limit_that_is_raised_while_the_batch_runs_lets_the_items_that_were_held_back_go_on_and_no_other()
    {
        await using var host = await HostAsync(12, seconds: 60);
        _cloud.Failing["prepare:c0"] = true;
        await StartAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 8, MaxCharges = 4 });
        await host.PassAsync(TimeSpan.FromSeconds(30));
        Assert.True(await host.Services.GetRequiredService<IChargeGate>().LimitAsync("b", 100, CancellationToken.None));
        Assert.Equal(4, _cloud.Charged.Count);
        var ended = await host.RunToEndAsync("b");
        Assert.Equal((FlowStatus.Failed, ErrorCodes.ItemsFailed), (ended.Status, ended.Error!.Code));
        Assert.Equal(["failed", .. Enumerable.Repeat("completed", 11)], (await ResultsAsync(host)).Select(r => r.State));
        Assert.Equal(2, (int)ended.Progress!["attempt"]!); // Some were held, and a second pass took them up.
        Assert.Equal((11, 1), (_cloud.Charged.Count, _cloud.Count("prepare:c0")));
    }

    [Fact]
    public async Task After_the_limit_is_raised_retry_pays_for_what_was_held_back_once_and_survives_a_crash()
    {
        await using var host = await HostAsync(25);
        var held = await RunAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 10, MaxCharges = 7 });
        Assert.Contains("held 18 of them back", held.Error!.Hint, StringComparison.Ordinal);
        var gate = host.Services.GetRequiredService<IChargeGate>();
        await gate.LimitAsync("b", 20, CancellationToken.None);
        await host.Client.RetryAsync("b", new ResumeDecision(), CancellationToken.None);
        await host.CrashAndRestartAsync();
        Assert.Equal(FlowStatus.Failed, (await host.RunToEndAsync("b")).Status);
        Assert.Equal((20, new ChargeState(20, 20)), (_cloud.Charged.Count, await host.Services.GetRequiredService<IChargeGate>().ReadAsync("b", CancellationToken.None)));

        await host.Services.GetRequiredService<IChargeGate>().LimitAsync("b", null, CancellationToken.None);
        await host.Client.RetryAsync("b", new ResumeDecision(), CancellationToken.None);
        var done = await host.RunToEndAsync("b");
        Assert.Equal((25, 25), ((long)done.Output!["done"]!, (long)done.Output["charged"]!));
        Assert.Equal(25, _cloud.Charged.Count);
    }

    [Fact]
    public async Task A_day_that_is_used_up_holds_the_flow_and_retry_goes_on_the_next_day()
    {
        await using var host = await HostAsync(0, perDay: 1);
        await host.StartAsync("clip.make-clip", new ClipInput("a"), "f1");
        Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync("f1")).Status);
        await host.StartAsync("clip.make-clip", new ClipInput("b"), "f2");
        var held = await host.RunToEndAsync("f2");
        Assert.Equal((FlowStatus.NeedsAttention, ErrorCodes.ChargeLimit, 1), (held.Status, held.Error!.Code, _cloud.Charged.Count));
        await host.Client.RetryAsync("f2", new ResumeDecision(), CancellationToken.None);
        Assert.Equal(FlowStatus.NeedsAttention, (await host.RunToEndAsync("f2")).Status);
        await host.PassAsync(TimeSpan.FromDays(1));
        await host.Client.RetryAsync("f2", new ResumeDecision(), CancellationToken.None);
        Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync("f2")).Status);
        Assert.Equal(2, _cloud.Charged.Count);
    }

    [Fact]
    public async Task An_item_that_names_a_webhook_is_told_of_by_itself_and_no_blob_or_history_holds_the_secret()
    {
        var posts = new ItemReceiver();
        await using var host = await HostAsync(0, manifest: """
            {"key":"a","input":{"clip":"a"},"notify":{"url":"https://hooks.example/a","secret":"canary-a","events":["started","completed"]}}
            {"key":"b","input":{"clip":"b"},"notify":{"url":"https://private.example/","secret":"canary-b"}}
            {"key":"c","input":{"clip":"c"}}
            """, configure: s => s.AddSingleton<IWebhookSender>(posts));
        var ended = await RunAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 2 });
        await host.SettleAsync();
        Assert.Equal(ErrorCodes.ItemsFailed, ended.Error!.Code);
        Assert.Equal(["completed", "failed", "completed"], (await ResultsAsync(host)).Select(r => r.State));
        Assert.Equal(ErrorCodes.UrlRefused, (await ResultsAsync(host))[1].Error!.Code);
        Assert.Equal(["a", "c"], _cloud.Charged.Values.Order(StringComparer.Ordinal));
        Assert.Equal(["mediaflows.flow.started b:i0", "mediaflows.flow.completed b:i0"], posts.Told);
        await foreach (var blob in host.Blobs.ListAsync("", CancellationToken.None))
            Assert.DoesNotContain("canary", Encoding.Latin1.GetString((await host.Blobs.GetAsync(blob.Name, CancellationToken.None))!.Bytes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_status_estimates_percent_and_time_left_from_the_pace_of_the_pass()
    {
        await using var host = await HostAsync(40, seconds: 60);
        await StartAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 2 });
        await host.PassAsync(TimeSpan.FromMinutes(11));
        var progress = (await host.Client.GetAsync("b", CancellationToken.None))!.Progress!;
        Assert.Equal(50, (double)progress["percent"]!);
        Assert.InRange((long)progress["secondsLeft"]!, 595, 605);
    }

    [Fact]
    public async Task Cancel_writes_what_ended_and_starts_nothing_more()
    {
        await using var host = await HostAsync(12, seconds: 60);
        await StartAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 4 });
        await host.PassAsync(TimeSpan.FromSeconds(90));
        await host.Client.CancelAsync("b", "enough", CancellationToken.None);
        Assert.Equal(FlowStatus.Cancelled, (await host.RunToEndAsync("b")).Status);
        var results = await ResultsAsync(host);
        Assert.Equal([.. Enumerable.Repeat("completed", 4), .. Enumerable.Repeat("cancelled", 4)], results.Select(r => r.State));
        Assert.All(results, r => Assert.NotNull(r.Id));
        Assert.Equal(8, _cloud.Charged.Count);
    }

    [Fact]
    public async Task A_suspended_batch_starts_nothing_until_it_is_resumed()
    {
        await using var host = await HostAsync(40, seconds: 60);
        await StartAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 2 });
        await host.PassAsync(TimeSpan.FromSeconds(90));
        await host.Client.SuspendAsync("b", null, CancellationToken.None);
        await host.PassAsync(TimeSpan.FromHours(1));
        var paid = _cloud.Charged.Count;
        await host.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(paid, _cloud.Charged.Count);
        Assert.InRange(paid, 4, 8);
        await host.Client.ResumeAsync("b", new ResumeDecision(), CancellationToken.None);
        Assert.Equal(40L, (long)(await host.RunToEndAsync("b")).Output!["done"]!);
        Assert.Equal(40, _cloud.Charged.Count);
    }

    [Fact]
    public async Task Ten_thousand_items_run_in_a_window_with_a_bounded_history()
    {
        await using var host = await HostAsync(10_000);
        await StartAsync(host, new BatchInput { Manifest = Blob, Flow = "clip.make-clip", MaxParallel = 100 });
        using var ended = new CancellationTokenSource();
        var most = Task.Run(async () =>
        {
            for (var live = 0; ; live = Math.Max(live, host.Monitor.Health.Live))
            {
                if (ended.IsCancellationRequested) return live;
                await Task.Yield();
            }
        });
        var done = await host.RunToEndAsync("b");
        await ended.CancelAsync();
        Assert.Equal(10_000L, (long)done.Output!["done"]!);
        Assert.Equal(10_000, _cloud.Charged.Values.Distinct().Count());
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (long)i), (await ResultsAsync(host)).Select(r => r.Index));
        Assert.InRange(await most, 1, 120);
        var history = 0;
        await foreach (var _ in host.Client.HistoryAsync("b", 0, CancellationToken.None)) history++;
        Assert.InRange(history, 1, 400);
    }

    private static MediaSource Blob => new() { Blob = "m.jsonl" };

    private static byte[] Manifest(int items, int seconds = 0) =>
        Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, items).Select(i => $$"""{"clip":"c{{i}}","seconds":{{seconds}}}""")));

    private void Add(IServiceCollection services) =>
        services.AddSingleton(_cloud).AddSingleton<IFlow, ClipFlow>().AddSingleton<IActivity, ClipStep>().AddSingleton<IActivity, PayClip>();

    private async Task<FlowTestHost> HostAsync(int items, int seconds = 0, int? perDay = null, string? manifest = null, Action<IServiceCollection>? configure = null)
    {
        var media = new Testing.Media.TestMedia();
        media.Blobs["m.jsonl"] = manifest is null ? Manifest(items, seconds) : Encoding.UTF8.GetBytes(manifest);
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (perDay is not null) settings["MEDIAFLOWS_MAX_CHARGES_PER_DAY"] = $"{perDay}";
        return await FlowTestHost.StartAsync(new FlowTestOptions
        {
            Settings = settings,
            Configure = s =>
            {
                Add(s);
                s.AddSingleton(media);
                configure?.Invoke(s);
            },
        });
    }

    private static Task StartAsync(FlowTestHost host, BatchInput input) => host.StartAsync(BatchFlow.Ref.Name, input, "b");

    private static async Task<FlowInstance> RunAsync(FlowTestHost host, BatchInput input)
    {
        await StartAsync(host, input);
        return await host.RunToEndAsync("b");
    }

    private static async Task<List<BatchResult>> ResultsAsync(FlowTestHost host)
    {
        var blobs = host.Services.GetRequiredService<BatchBlobs>();
        var results = new List<BatchResult>();
        await foreach (var slice in blobs.ResultSlicesAsync("b", CancellationToken.None)) results.AddRange(await blobs.ReadResultsAsync("b", slice, CancellationToken.None));
        return results;
    }
}
