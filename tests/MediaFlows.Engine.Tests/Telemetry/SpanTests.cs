using System.Diagnostics;
using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Flows;

namespace MediaFlows.Engine.Tests.Telemetry;

/// <summary>Spans by the names and attributes of Durable Task, in the trace of the start.</summary>
[Collection("spans")]
public sealed class SpanTests : IDisposable
{
    private const string State = "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE";

    private readonly SpanCollector _spans = new();
    private readonly string _id = $"span-{Guid.NewGuid():n}";
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivitySpanId _caller = ActivitySpanId.CreateRandom();

    private string Parent => $"00-{_trace}-{_caller}-01";

    [Fact]
    public async Task Each_start_instance_and_activity_is_one_span_with_its_attributes_under_the_callers()
    {
        await using var host = await ScriptedHost.StartAsync(Outer, Inner);
        await StartAsync(host, "test.outer");
        await host.RunToEndAsync(_id);
        var child = (await host.Client.ListAsync(new FlowQuery { IncludeChildren = true }, default)).Items.Single(i => i.ParentId == _id).Id;

        var spans = _spans.Of(_trace);
        var create = Assert.Single(spans, s => s.DisplayName == "create_orchestration:test.outer");
        Assert.Equal((ActivityKind.Producer, _caller), (create.Kind, create.ParentSpanId));
        (string, string, string, string, ActivityKind)[] expected =
        [
            ("activity:test.act", "activity", "test.act", _id, ActivityKind.Server),
            ("activity:test.act", "activity", "test.act", _id, ActivityKind.Server),
            ("activity:test.act", "activity", "test.act", child, ActivityKind.Server),
            ("create_orchestration:test.outer", "orchestration", "test.outer", _id, ActivityKind.Producer),
            ("orchestration:test.inner", "orchestration", "test.inner", child, ActivityKind.Server),
            ("orchestration:test.outer", "orchestration", "test.outer", _id, ActivityKind.Server),
        ];
        Assert.Equal(expected, spans.Select(s => (s.DisplayName, Tag(s, "type"), Tag(s, "task.name"), Tag(s, "task.instance_id"), s.Kind)).Order());
        Assert.All(spans, s => Assert.Equal(s.DisplayName.EndsWith("inner", StringComparison.Ordinal) || Tag(s, "task.instance_id") == child ? "2" : "7", Tag(s, "task.version")));
        Assert.All(spans.Where(s => s != create), s => Assert.Equal(create.SpanId, s.ParentSpanId));
        Assert.All(spans, s => Assert.Equal(State, s.TraceStateString));
        Assert.All(spans, s => Assert.NotEqual(ActivityStatusCode.Error, s.Status));
    }

    [Fact]
    public async Task An_orchestrations_span_lasts_from_its_start_to_its_end()
    {
        var slow = new ScriptedFlow("test.slow", async (context, input) =>
        {
            await context.CreateTimer(TimeSpan.FromHours(3));
            return input;
        });
        await using var host = await ScriptedHost.StartAsync(slow);
        var start = host.Time.GetUtcNow().UtcDateTime;
        await StartAsync(host, "test.slow");
        await host.RunToEndAsync(_id);
        Assert.Equal(start, Assert.Single(_spans.Of(_trace), s => s.DisplayName == "orchestration:test.slow").StartTimeUtc);
    }

    [Fact]
    public async Task A_failure_marks_the_spans_of_its_activity_and_its_instance_by_code_and_word()
    {
        var failing = new ScriptedFlow("test.failing", (context, input) => context.Act(input));
        await using var host = await ScriptedHost.StartAsync(
            (_, _, _) => throw new FlowException(ErrorCodes.ProviderRefused, "No: https://a.example/v?sig=canary"), null, null, null, failing);
        await StartAsync(host, "test.failing");
        await host.RunToEndAsync(_id);
        var failed = _spans.Of(_trace).Where(s => s.Status == ActivityStatusCode.Error).ToDictionary(s => s.DisplayName, s => s.StatusDescription);
        Assert.Equal(ErrorCodes.ProviderRefused, failed["activity:test.act"]);
        Assert.Equal("Failed", failed["orchestration:test.failing"]);
        Assert.Equal(2, failed.Count);
    }

    [Fact]
    public async Task After_a_crash_the_trace_goes_on_and_a_replayed_step_makes_no_second_span()
    {
        await using var host = await ScriptedHost.StartAsync(Waiting);
        await StartAsync(host, "test.waiting");
        await host.SettleAsync();
        await host.CrashAndRestartAsync();
        await host.Client.RaiseEventAsync(_id, "go", JsonSerializer.SerializeToElement("on"), default);
        await host.RunToEndAsync(_id);
        Assert.Equal(2, _spans.Of(_trace).Count(s => s.DisplayName == "activity:test.act"));
        Assert.All(_spans.OfInstance(_id), s => Assert.Equal((_trace, State), (s.TraceId, s.TraceStateString)));
    }

    public void Dispose() => _spans.Dispose();

    private static ScriptedFlow Outer => new(
        "test.outer",
        async (context, input) =>
        {
            await context.Act(input);
            await context.CallSubFlowAsync(new FlowRef<string, string>("test.inner"), input);
            return await context.Act(input);
        },
        version: "7");

    private static ScriptedFlow Inner => new("test.inner", (context, input) => context.Act(input), version: "2");

    private static ScriptedFlow Waiting => new("test.waiting", async (context, input) =>
    {
        await context.Act(input);
        await context.WaitForExternalEvent<string>("go");
        return await context.Act(input);
    });

    private Task<string> StartAsync(FlowTestHost host, string flow) => host.Client.StartAsync(
        new FlowStart { Flow = flow, Input = "x", InstanceId = _id, TraceParent = Parent, TraceState = State }, default);

    private static string Tag(Activity span, string name) => (string)span.GetTagItem("durabletask." + name)!;
}
