using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Recipes;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Tests.Recipes;

[Collection("echo flow")]
public sealed class RecipeTests : IAsyncDisposable
{
    private readonly InlineFlowRunner _runner = new(new Dictionary<string, string>(StringComparer.Ordinal), new VirtualTime(), s => s.AddSingleton<IFlow, EchoFlow>());

    public RecipeTests() => EchoFlow.Ran.Clear();

    public ValueTask DisposeAsync() => _runner.DisposeAsync();

    [Fact]
    public async Task Steps_run_after_what_they_refer_to_and_pass_values_on()
    {
        var output = await RunAsync("""{"b":{"flow":"test.echo","input":{"text":"${steps.a.text}+b","count":"${steps.a.count}","mode":"m"}},"a":{"flow":"test.echo","input":{"text":"${inputs.t}","count":4,"mode":"m"}}}""", """{"t":{"type":"string"}}""", """{"t":"hello"}""");
        Assert.Equal(["hello", "hello+b"], EchoFlow.Ran);
        Assert.Equal("hello+b", output["output"]!["b"]!["text"]!.GetValue<string>());
        Assert.Equal(4, output["output"]!["b"]!["count"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_list_runs_the_flow_once_per_element_in_order()
    {
        var output = await RunAsync("""{"a":{"flow":"test.echo","input":{"text":"a","mode":"m"}},"each":{"flow":"test.echo","forEach":"${steps.a.parts}","maxParallel":2,"input":{"text":"${index}:${item}","mode":"m"}}}""");
        Assert.Equal(["0:1", "1:2", "2:3"], output["output"]!["each"]!.AsArray().Select(e => e!["text"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_condition_skips_and_failures_stop_continue_or_fall_back()
    {
        var output = await RunAsync("""
            {"skipped":{"flow":"test.echo","when":"${inputs.no}","input":{"text":"never","mode":"m"}},
             "soft":{"flow":"test.echo","onFailure":"continue","input":{"text":"fail soft","mode":"m"}},
             "hard":{"flow":"test.echo","onFailure":"spare","input":{"text":"fail hard","mode":"m"}},
             "spare":{"flow":"test.echo","input":{"text":"spare","mode":"m"}},
             "after":{"flow":"test.echo","input":{"text":"got ${steps.hard.text}","mode":"m"}}}
            """, """{"no":{"type":"boolean","default":false}}""");
        var states = output["steps"]!;
        Assert.Equal("skipped", states["skipped"]!.GetValue<string>());
        Assert.Equal("failed", states["soft"]!.GetValue<string>());
        Assert.Equal("replaced", states["hard"]!.GetValue<string>());
        Assert.Equal("got spare", output["output"]!["after"]!["text"]!.GetValue<string>());
        Assert.DoesNotContain("never", EchoFlow.Ran);
    }

    [Fact]
    public async Task A_failed_step_stops_what_depends_on_it_and_fails_the_recipe()
    {
        var run = await StartAsync("""{"a":{"flow":"test.echo","input":{"text":"fail","mode":"m"}},"b":{"flow":"test.echo","needs":["a"],"input":{"text":"b","mode":"m"}}}""");
        Assert.Equal("It failed.", run.Error!.Message);
        Assert.Equal(["fail"], EchoFlow.Ran);
    }

    [Fact]
    public async Task Retry_starts_a_failed_step_anew_with_growing_waits()
    {
        var before = _runner.Time.GetUtcNow();
        var run = await StartAsync("""{"a":{"flow":"test.echo","retry":{"maxAttempts":3,"intervalSeconds":10},"input":{"text":"fail","mode":"m"}}}""");
        Assert.Equal(3, EchoFlow.Ran.Count);
        Assert.Equal(TimeSpan.FromSeconds(30), _runner.Time.GetUtcNow() - before);
        Assert.NotNull(run.Error);
    }

    [Theory]
    [InlineData("""{"a":{"flow":"no.such","input":{}}}""", "There is no flow named")]
    [InlineData("""{"a":{"flow":"mediaflows.poll","input":{}}}""", "There is no flow named")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"txt":"x"}}}""", "has no field 'txt'")]
    [InlineData("""{"a":{"flow":"test.echo","input":{}}}""", "needs the field 'text'")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":5}}}""", "takes a text, and gets a number")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"${steps.b.count}"}},"b":{"flow":"test.echo","input":{"text":"b"}}}""", "takes a text, and gets a number")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"${steps.b.nope}"}},"b":{"flow":"test.echo","input":{"text":"b"}}}""", "has no such member")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"${steps.z.text}"}}}""", "names no step")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"${inputs.z}"}}}""", "names no input")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"${item}"}}}""", "forEach only")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"${steps.b.text}"}},"b":{"flow":"test.echo","needs":["a"],"input":{"text":"b"}}}""", "wait for each other: a → b → a")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"x"},"when":"${"}}""", "cannot be read")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"","mode":"m"}}}""", "The text is empty.")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"x"},"onFailure":"zz"}}""", "onFailure is stop, continue, or another step")]
    [InlineData("""{}""", "1 to 50 steps")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"x","mode":"m"},"onFailure":"b"},"b":{"flow":"test.echo","input":{"text":"${steps.a.text}","mode":"m"}}}""", "wait for each other: a → b → a")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"x","mode":"m"},"onFailure":"b"},"b":{"flow":"test.echo","onFailure":"a","input":{"text":"y","mode":"m"}}}""", "wait for each other")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"x","mode":"m"},"onFailure":"b"},"b":{"flow":"test.echo","input":{"text":"y","mode":"m"}},"c":{"flow":"test.echo","needs":["b"],"input":{"text":"z","mode":"m"}}}""", "only in place of a step that failed")]
    [InlineData("""{"a":{"flow":"test.echo","input":{"text":"x","mode":"m"},"forEach":"${steps.b.text}"},"b":{"flow":"test.echo","input":{"text":"b","mode":"m"}}}""", "takes a list, and gets a text")]
    [InlineData("""{"a":{"flow":"media.copy","input":{"source":{"ur":"${steps.b.text}"},"to":"x"}},"b":{"flow":"test.echo","input":{"text":"b","mode":"m"}}}""", "no field 'ur' here")]
    [InlineData("""{"a":{"flow":"media.copy","input":{"source":{"url":"${steps.b.count}"},"to":"x"}},"b":{"flow":"test.echo","input":{"text":"b","mode":"m"}}}""", "takes a text, and gets a number")]
    public async Task A_recipe_is_checked_whole_before_its_first_step(string steps, string finding)
    {
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => StartAsync(steps));
        Assert.Contains(finding, e.Message, StringComparison.Ordinal);
        Assert.Empty(EchoFlow.Ran);
    }

    [Fact]
    public async Task Missing_inputs_and_open_choices_of_steps_come_back_as_questions()
    {
        var e = await Assert.ThrowsAsync<QuestionsException>(() => StartAsync("""{"a":{"flow":"test.echo","input":{"text":"${inputs.t}"}}}""", """{"t":{"type":"string","description":"Which text?"}}"""));
        Assert.Equal(["Which text?", "Which mode?"], e.Questions.Select(q => q.Text));
        Assert.Equal("recipe.steps.a.input.mode", e.Questions[1].Field);
        Assert.Empty(EchoFlow.Ran);
    }

    [Fact]
    public async Task A_value_that_an_input_gives_is_checked_by_the_steps_flow_before_the_first_step()
    {
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => StartAsync(
            """{"a":{"flow":"test.echo","input":{"text":"first","mode":"m"}},"b":{"flow":"test.echo","needs":["a"],"input":{"text":"${inputs.t}","mode":"m"}}}""", """{"t":{"type":"string"}}""", """{"t":""}"""));
        Assert.Equal(["recipe.steps.b.input.text"], e.Fields.Keys);
        Assert.Empty(EchoFlow.Ran);
    }

    [Fact]
    public async Task A_choice_is_asked_for_though_another_value_comes_from_a_step()
    {
        var e = await Assert.ThrowsAsync<QuestionsException>(() => StartAsync(
            """{"a":{"flow":"test.echo","input":{"text":"first","mode":"m"}},"b":{"flow":"test.echo","input":{"text":"${steps.a.text}"}}}"""));
        Assert.Equal(["recipe.steps.b.input.mode"], e.Questions.Select(q => q.Field));
    }

    [Fact]
    public async Task A_saved_recipe_is_started_by_its_name_and_keeps_the_version_it_started_with()
    {
        var store = _runner.Services.GetRequiredService<RecipeStore>();
        foreach (var version in (string[])["1", "2"])
            await store.SaveAsync(Saved("saved", version, """{"flow":"test.echo","input":{"text":"vN","mode":"m"}}""".Replace("N", version, StringComparison.Ordinal)), default);
        var run = await _runner.RunAsync("mediaflows.recipe", """{"name":"saved","version":"1"}""");
        Assert.Equal(("saved", "1"), (run.Output!.Value.GetProperty("recipe").GetString(), run.Output.Value.GetProperty("version").GetString()));
        Assert.Equal(["v1"], EchoFlow.Ran);
        Assert.Equal(ErrorCodes.UnknownPipeline, (await Assert.ThrowsAsync<FlowException>(() => _runner.RunAsync("mediaflows.recipe", """{"name":"nobody"}"""))).Error.Code);
        await Assert.ThrowsAsync<InvalidInputException>(() => _runner.RunAsync("mediaflows.recipe", "{}"));
    }

    [Fact]
    public async Task A_recipe_that_starts_itself_is_refused()
    {
        var store = _runner.Services.GetRequiredService<RecipeStore>();
        await store.SaveAsync(Saved("loop", "1", """{"flow":"mediaflows.recipe","input":{"name":"loop"}}"""), default);
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => _runner.RunAsync("mediaflows.recipe", """{"name":"loop"}"""));
        Assert.Contains("starts itself: loop → loop", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_that_starts_itself_through_a_manifest_comes_to_an_end()
    {
        _runner.Media.Blobs["loop.jsonl"] = "{\"name\":\"loop\"}"u8.ToArray();
        var store = _runner.Services.GetRequiredService<RecipeStore>();
        await store.SaveAsync(Saved("loop", "1", """{"flow":"mediaflows.batch","input":{"manifest":{"blob":"loop.jsonl"},"flow":"mediaflows.recipe"}}"""), default);
        var run = await _runner.RunAsync("mediaflows.recipe", """{"name":"loop"}""");
        Assert.Equal(ErrorCodes.ItemsFailed, run.Error!.Code);
    }

    [Fact]
    public async Task Inputs_are_checked_by_type_and_allowed_values()
    {
        var e = await Assert.ThrowsAsync<InvalidInputException>(() => StartAsync(
            """{"a":{"flow":"test.echo","input":{"text":"x","mode":"m"}}}""", """{"i":{"type":"integer"},"n":{"type":"number"},"v":{"type":"string","values":["p","q"]}}""", """{"i":1.5,"n":"three","v":"r","extra":1}"""));
        Assert.Equal(["inputs.extra", "inputs.i", "inputs.n", "inputs.v"], e.Fields.Keys.Order(StringComparer.Ordinal));
    }

    private static Recipe Saved(string name, string version, string step) => new()
    {
        Name = name,
        Version = version,
        Steps = new Dictionary<string, RecipeStep>(StringComparer.Ordinal) { ["a"] = JsonSerializer.Deserialize<RecipeStep>(step, JsonSerializerOptions.Web)! },
    };

    private async Task<JsonNode> RunAsync(string steps, string inputs = "{}", string values = "{}")
    {
        var run = await StartAsync(steps, inputs, values);
        Assert.True(run.Output is not null, run.Error?.Message);
        return JsonNode.Parse(run.Output!.Value.GetRawText())!;
    }

    private Task<InlineRun> StartAsync(string steps, string inputs = "{}", string values = "{}") =>
        _runner.RunAsync("mediaflows.recipe", $$"""{"recipe":{"name":"test","inputs":{{inputs}},"steps":{{steps}}},"inputs":{{values}}}""");
}
