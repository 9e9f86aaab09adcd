using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Recipes;
using MediaFlows.Core.Serialization;
using MediaFlows.Engine.Tests.Batches;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Engine.Tests.Recipes;

/// <summary>The recipe flow on the embedded engine, in virtual time.</summary>
public sealed class RecipeTests
{
    // Two steps side by side, one over a list, one behind a condition.
    private const string Whole = """
        {"recipe":{"name":"whole","inputs":{"first":{"type":"string"}},"steps":{
          "one":{"flow":"clip.make-clip","input":{"clip":"${inputs.first}","seconds":5}},
          "two":{"flow":"clip.make-clip","input":{"clip":"two","seconds":7}},
          "each":{"flow":"clip.make-clip","needs":["two"],"forEach":"${inputs.more}","maxParallel":2,"input":{"clip":"${steps.one.jobId}-${item}"}},
          "never":{"flow":"clip.make-clip","when":"${steps.one.jobId} == 'other'","input":{"clip":"never"}}}},
         "inputs":{"first":"a","more":["x","y","z"]}}
        """;

    private static readonly string Input = Whole.Replace("\"first\":{\"type\":\"string\"}", "\"first\":{\"type\":\"string\"},\"more\":{\"type\":\"array\"}", StringComparison.Ordinal);

    private readonly ClipCloud _cloud = new();

    [Fact]
    public async Task Killed_before_and_after_every_step_a_recipe_repeats_no_paid_step()
    {
        var drill = new CrashDrill(typeof(FlowTestHost).Assembly, new Dictionary<string, string>(StringComparer.Ordinal), new VirtualTime()) { Services = Add };
        var crashes = await drill.RunAsync("mediaflows.recipe", Input, (instance, place, after) =>
        {
            Assert.True(instance.Status == FlowStatus.Completed, $"{place} {after}: {instance.Status} {instance.Error?.Message}");
            Assert.Equal(["a", "job-a-x", "job-a-y", "job-a-z", "two"], _cloud.Charged.Values.Order(StringComparer.Ordinal));
            Assert.Equal("""{"each":"completed","never":"skipped","one":"completed","two":"completed"}""", instance.Output!["steps"]!.ToJsonString());
            _cloud.Charged.Clear();
        });
        Assert.True(crashes > 60, $"{crashes} crashes");
    }

    [Fact]
    public async Task Steps_that_do_not_wait_for_each_other_run_side_by_side()
    {
        await using var host = await HostAsync();
        var before = host.Time.GetUtcNow();
        await StartAsync(host, """{"a":{"flow":"clip.make-clip","input":{"clip":"a","seconds":60}},"b":{"flow":"clip.make-clip","input":{"clip":"b","seconds":60}},"c":{"flow":"clip.make-clip","needs":["a","b"],"input":{"clip":"c","seconds":60}}}""");
        Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync("r")).Status);
        Assert.InRange((host.Time.GetUtcNow() - before).TotalSeconds, 120, 125);
    }

    [Theory]
    [InlineData(1, 240)]
    [InlineData(2, 120)]
    [InlineData(4, 60)]
    public async Task A_list_runs_as_many_elements_at_a_time_as_it_says(int together, int seconds)
    {
        await using var host = await HostAsync();
        var before = host.Time.GetUtcNow();
        await StartAsync(
            host,
            $$$$"""{"all":{"flow":"clip.make-clip","forEach":"${inputs.clips}","maxParallel":{{{{together}}}},"input":{"clip":"${item}","seconds":60}}}""",
            """{"clips":["a","b","c","d"]}""");
        Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync("r")).Status);
        Assert.InRange((host.Time.GetUtcNow() - before).TotalSeconds, seconds, seconds + 10);
    }

    [Fact]
    public async Task Once_a_step_has_failed_no_further_step_begins_and_pays()
    {
        await using var host = await HostAsync();
        _cloud.Failing["finish:a"] = true;
        await StartAsync(host, """{"a":{"flow":"clip.make-clip","input":{"clip":"a","seconds":5}},"b":{"flow":"clip.make-clip","input":{"clip":"b","seconds":60}},"c":{"flow":"clip.make-clip","needs":["b"],"input":{"clip":"c"}}}""");
        Assert.Equal((FlowStatus.Failed, ErrorCodes.ProviderRefused), await EndAsync(host));
        await host.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(["a", "b"], _cloud.Charged.Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Retry_of_a_failed_recipe_keeps_what_was_done_and_goes_on_in_the_failed_step()
    {
        await using var host = await HostAsync();
        _cloud.Failing["finish:b"] = true;
        await StartAsync(host, """{"a":{"flow":"clip.make-clip","input":{"clip":"a"}},"b":{"flow":"clip.make-clip","needs":["a"],"input":{"clip":"b"}},"c":{"flow":"clip.make-clip","needs":["b"],"input":{"clip":"c"}}}""");
        Assert.Equal((FlowStatus.Failed, ErrorCodes.ProviderRefused), await EndAsync(host));
        _cloud.Failing.Clear();
        await host.CrashAndRestartAsync();
        await host.Client.RetryAsync("r", new ResumeDecision(), CancellationToken.None);
        Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync("r")).Status);
        Assert.Equal(["a", "b", "c"], _cloud.Charged.Values.Order(StringComparer.Ordinal));
        Assert.Equal((1, 2, 1), (_cloud.Count("finish:a"), _cloud.Count("finish:b"), _cloud.Count("finish:c")));
    }

    [Fact]
    public async Task A_step_that_a_charge_limit_holds_back_ends_the_recipe_so_and_is_never_started_anew()
    {
        await using var host = await HostAsync(perDay: 1);
        await StartAsync(host, """{"a":{"flow":"clip.make-clip","input":{"clip":"a"}},"b":{"flow":"clip.make-clip","needs":["a"],"retry":{"maxAttempts":3,"intervalSeconds":1},"input":{"clip":"b"}}}""");
        Assert.Equal((FlowStatus.NeedsAttention, ErrorCodes.ChargeLimit), await EndAsync(host));
        Assert.Equal(1, _cloud.Count("prepare:b"));
        await host.PassAsync(TimeSpan.FromDays(1));
        await host.Client.RetryAsync("r", new ResumeDecision(), CancellationToken.None);
        Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync("r")).Status);
        Assert.Equal((2, 1), (_cloud.Charged.Count, _cloud.Count("prepare:b")));
    }

    [Fact]
    public async Task A_batch_inside_a_recipe_keeps_to_its_own_charge_limit()
    {
        await using var host = await HostAsync();
        host.Services.GetRequiredService<Testing.Media.TestMedia>().Blobs["m.jsonl"] = System.Text.Encoding.UTF8.GetBytes("{\"clip\":\"a\"}\n{\"clip\":\"b\"}\n{\"clip\":\"c\"}\n");
        await StartAsync(host, """{"all":{"flow":"mediaflows.batch","input":{"manifest":{"blob":"m.jsonl"},"flow":"clip.make-clip","maxParallel":1,"maxCharges":2}}}""");
        Assert.Equal((FlowStatus.Failed, ErrorCodes.ItemsFailed), await EndAsync(host));
        Assert.Equal(2, _cloud.Charged.Count);
    }

    private async Task<FlowTestHost> HostAsync(int? perDay = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (perDay is not null) settings["MEDIAFLOWS_MAX_CHARGES_PER_DAY"] = $"{perDay}";
        var media = new Testing.Media.TestMedia();
        return await FlowTestHost.StartAsync(new FlowTestOptions
        {
            Settings = settings,
            Configure = s =>
            {
                Add(s);
                s.AddSingleton(media);
            },
        });
    }

    private static Task StartAsync(FlowTestHost host, string steps, string values = "{}")
    {
        var input = $$"""{"recipe":{"name":"test","inputs":{"clips":{"type":"array","default":[]} },"steps":{{steps}} },"inputs":{{values}} }""";
        return host.StartAsync("mediaflows.recipe", host.Services.GetRequiredService<FlowSerializer>().ReadInput(System.Text.Json.JsonDocument.Parse(input).RootElement, typeof(RecipeRun)), "r");
    }

    private static async Task<(FlowStatus Status, string? Code)> EndAsync(FlowTestHost host)
    {
        var ended = await host.RunToEndAsync("r");
        return (ended.Status, ended.Error?.Code);
    }

    private void Add(IServiceCollection services) =>
        services.AddSingleton(_cloud).AddSingleton<IFlow, ClipFlow>().AddSingleton<Core.Activities.IActivity, ClipStep>().AddSingleton<Core.Activities.IActivity, PayClip>();
}
