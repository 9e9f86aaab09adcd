using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Mcp;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MediaFlows.Api.Tests.Mcp;

/// <summary>The official client against our server, over pipes, with a real host behind it.</summary>
public sealed class McpTests : IAsyncLifetime
{
    private readonly ApiTestHost _host = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _serving = Task.CompletedTask;
    private McpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        var toServer = new Pipe();
        var toClient = new Pipe();
        _serving = MediaFlowsMcp.RunAsync(_host.Http, new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), cancellationToken: _stop.Token);
        _client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
    }

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        await _stop.CancelAsync();
        try
        {
            await _serving;
        }
        catch (OperationCanceledException)
        {
            // As asked.
        }

        _stop.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task The_tools_come_from_the_catalog_and_say_what_costs()
    {
        var tools = await _client.ListToolsAsync();
        var start = tools.Single(t => t.Name == "start_flow");
        Assert.Contains("sample.paint: Paints a picture. CHARGED. Costs one coin.", start.Description, StringComparison.Ordinal);
        Assert.Contains("sample.paint", start.JsonSchema.GetProperty("properties").GetProperty("pipeline").GetProperty("enum").EnumerateArray().Select(e => e.GetString()));
        Assert.True(tools.Single(t => t.Name == "get_flow").ProtocolTool.Annotations!.ReadOnlyHint);
        Assert.True(tools.Single(t => t.Name == "cancel_flow").ProtocolTool.Annotations!.DestructiveHint);
    }

    [Fact]
    public async Task A_flow_is_started_looked_at_and_cancelled()
    {
        var started = await CallAsync("start_flow", new { pipeline = "sample.paint", input = new { title = "Sea", colour = "darkRed" }, idempotencyKey = "k" });
        var id = (string)started.Json["id"]!;
        Assert.Equal(id, (string?)(await CallAsync("start_flow", new { pipeline = "sample.paint", input = new { title = "Sea", colour = "darkRed" }, idempotencyKey = "k" })).Json["id"]);

        Assert.Equal("running", (string?)(await CallAsync("get_flow", new { id })).Json["state"]);
        Assert.Equal(id, (string?)(await CallAsync("list_flows", new { state = "running", top = 5 })).Json["items"]![0]!["id"]);
        Assert.Equal("cancelled", (string?)(await CallAsync("cancel_flow", new { id, reason = "enough" })).Json["state"]);
        Assert.Contains($"cancel {id} enough", _host.Client.Calls);
    }

    [Fact]
    public async Task An_open_choice_is_a_question_and_no_error()
    {
        var asked = await CallAsync("start_flow", new { pipeline = "sample.paint", input = new { title = "Sea" } });
        Assert.NotEqual(true, asked.Result.IsError);
        Assert.Equal("Which colour shall it have?", (string?)asked.Json["questions"]![0]!["text"]);
        Assert.Empty(_host.Client.Starts);
    }

    [Fact]
    public async Task A_dry_run_starts_nothing_and_defaults_answer_the_questions()
    {
        var plan = await CallAsync("start_flow", new { pipeline = "sample.paint", input = new { title = "Sea" }, dryRun = true, defaults = true });
        Assert.Equal("S1_SUBMIT", (string?)plan.Json["requests"]![0]!["step"]);
        Assert.Empty(_host.Client.Starts);
    }

    [Theory]
    [InlineData("start_flow", """{"pipeline":"sample.paint","input":{"titel":"x"}}""", "MF1001")]
    [InlineData("get_flow", """{"id":"nobody"}""", "MF2001")]
    [InlineData("get_flow", """{}""", "'id' is missing")]
    [InlineData("get_flow", """{"id":"x","name":"y"}""", "'name' is not known")]
    public async Task What_does_not_fit_is_an_error_that_says_why(string tool, string arguments, string part)
    {
        var answer = await CallAsync(tool, JsonNode.Parse(arguments)!);
        Assert.True(answer.Result.IsError);
        Assert.Contains(part, answer.Json.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_paid_outcome_is_resumed_as_told()
    {
        _host.Make("paid", FlowStatus.NeedsAttention, i => i with { Error = new FlowError("MF2009", "Unknown.") });
        await CallAsync("resume_flow", new { id = "paid", jobId = "j-1" });
        Assert.Contains("resume paid |j-1|False", _host.Client.Calls);
    }

    [Fact]
    public async Task Queries_and_error_pages_are_answered()
    {
        Assert.Equal("Sea", (string?)(await CallAsync("ask_query", new { name = "sample.look", input = new { name = "Sea" } })).Json["title"]);
        Assert.Equal("MF2008", (string?)(await CallAsync("explain_error", new { code = "MF2008" })).Json["code"]);
        Assert.NotNull((await CallAsync("describe_pipeline", new { name = "sample.paint" })).Json["inputSchema"]);
        Assert.NotNull((await CallAsync("doctor", new { })).Json["findings"]);
    }

    private async Task<(CallToolResult Result, JsonNode Json)> CallAsync(string tool, object arguments)
    {
        var values = JsonSerializer.SerializeToElement(arguments).EnumerateObject().ToDictionary(p => p.Name, p => (object?)p.Value, StringComparer.Ordinal);
        var result = await _client.CallToolAsync(tool, values);
        var text = result.Content.OfType<TextContentBlock>().Single().Text;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(result.StructuredContent!.Value.GetRawText())));
        return (result, JsonNode.Parse(text)!);
    }
}
