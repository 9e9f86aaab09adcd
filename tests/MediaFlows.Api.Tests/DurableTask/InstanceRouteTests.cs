using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Tests.DurableTask;

public sealed class InstanceRouteTests : IAsyncLifetime
{
    private const string Base = "/runtime/webhooks/durabletask/instances";
    private readonly ApiTestHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_live_instance_is_202_with_where_and_when_to_ask_again()
    {
        _host.Make("d", FlowStatus.Running, i => i with { Progress = JsonNode.Parse("""{"stage":"S1"}"""), WaitingFor = "timer until noon" });
        using var answer = await _host.Http.GetAsync(Base + "/d");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Contains(Base + "/d", answer.Headers.Location!.ToString());
        Assert.NotNull(answer.Headers.RetryAfter);
        var status = await ApiTestHost.JsonOf(answer);
        Assert.Equal("sample.paint", (string?)status["name"]);
        Assert.Equal("d", (string?)status["instanceId"]);
        Assert.Equal("Running", (string?)status["runtimeStatus"]);
        Assert.Equal("Sea", (string?)status["input"]!["title"]);
        Assert.Equal("S1", (string?)status["customStatus"]!["stage"]);
        Assert.Equal("timer until noon", (string?)status["customStatus"]!["waitingFor"]);
        Assert.Equal("2026-01-15T12:34:56Z", (string?)status["createdTime"]);
        Assert.Null(status["historyEvents"]);
    }

    [Theory]
    [InlineData(FlowStatus.Completed, "Completed")]
    [InlineData(FlowStatus.Failed, "Failed")]
    [InlineData(FlowStatus.TimedOut, "Failed")]
    [InlineData(FlowStatus.NeedsAttention, "Failed")]
    [InlineData(FlowStatus.Cancelled, "Canceled")]
    [InlineData(FlowStatus.Terminated, "Terminated")]
    public async Task An_ended_instance_is_200_in_the_words_of_Durable_Functions(FlowStatus state, string word)
    {
        _host.Make("d", state, i => i with { Error = state == FlowStatus.Completed ? null : new FlowError("MF3006", "It failed.") });
        using var answer = await _host.Http.GetAsync(Base + "/d?taskHub=x&connection=Storage");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var status = await ApiTestHost.JsonOf(answer);
        Assert.Equal(word, (string?)status["runtimeStatus"]);
        Assert.Equal(char.ToLowerInvariant(state.ToString()[0]) + state.ToString()[1..], (string?)status["customStatus"]!["state"]);
        if (state != FlowStatus.Completed) Assert.Equal("MF3006", (string?)status["output"]!["code"]);

        using var strict = await _host.Http.GetAsync(Base + "/d?returnInternalServerErrorOnFailure=true");
        Assert.Equal(word == "Failed" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, strict.StatusCode);
    }

    [Fact]
    public async Task History_input_and_output_come_as_asked()
    {
        _host.Make("d", FlowStatus.Completed);
        _host.Client.AddHistory("d", new FlowHistoryEvent(0, "TaskCompleted", _host.Time.GetUtcNow()) { Name = "sample.submit", Result = "done" });

        var bare = (await _host.GetJsonAsync(Base + "/d?showHistory=true&showInput=false"));
        var full = (await _host.GetJsonAsync(Base + "/d?showHistory=true&showHistoryOutput=true"))["historyEvents"]![0]!;

        Assert.Null(bare["input"]);
        Assert.Equal("TaskCompleted", (string?)bare["historyEvents"]![0]!["EventType"]);
        Assert.Equal("sample.submit", (string?)bare["historyEvents"]![0]!["FunctionName"]);
        Assert.Null(bare["historyEvents"]![0]!["Result"]);
        Assert.Equal("done", (string?)full["Result"]);
    }

    [Fact]
    public async Task The_list_pages_by_the_continuation_header()
    {
        for (var i = 0; i < 3; i++) _host.Make($"d{i}", i == 2 ? FlowStatus.TimedOut : FlowStatus.Running);
        using var first = await _host.Http.GetAsync(Base + "?top=2&instanceIdPrefix=d");
        Assert.Equal(2, (await ApiTestHost.JsonOf(first)).AsArray().Count);
        using var request = new HttpRequestMessage(HttpMethod.Get, Base + "?top=2&instanceIdPrefix=d");
        request.Headers.Add("x-ms-continuation-token", first.Headers.GetValues("x-ms-continuation-token").Single());
        using var second = await _host.Http.SendAsync(request);

        Assert.Equal("d2", (string?)(await ApiTestHost.JsonOf(second)).AsArray().Single()!["instanceId"]);
        Assert.False(second.Headers.Contains("x-ms-continuation-token"));
        var failed = await _host.GetJsonAsync(Base + "?runtimeStatus=Failed,Completed&createdTimeFrom=2026-01-01T00:00:00Z&showInput=false");
        Assert.Equal("d2", (string?)failed.AsArray().Single()!["instanceId"]);
    }

    [Theory]
    [InlineData("terminate?reason=stop", FlowStatus.Running, "terminate d stop")]
    [InlineData("suspend?reason=hold", FlowStatus.Running, "suspend d hold")]
    [InlineData("resume?reason=go", FlowStatus.Suspended, "resume d go||False")]
    [InlineData("rewind?reason=fix", FlowStatus.Failed, "retry d fix||False")]
    [InlineData("restart", FlowStatus.Completed, "restart d False")]
    [InlineData("restart?restartWithNewInstanceId=false", FlowStatus.Completed, "restart d True")]
    public async Task A_verb_is_carried_out(string verb, FlowStatus from, string call)
    {
        _host.Make("d", from);
        using var answer = await _host.Http.PostAsync($"{Base}/d/{verb}", null);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Contains(call, _host.Client.Calls);
    }

    [Theory]
    [InlineData("terminate", FlowStatus.Completed)]
    [InlineData("suspend", FlowStatus.Failed)]
    [InlineData("resume", FlowStatus.Terminated)]
    [InlineData("rewind", FlowStatus.Completed)]
    [InlineData("raiseEvent/go", FlowStatus.Completed)]
    public async Task A_verb_for_an_ended_instance_is_410(string verb, FlowStatus state)
    {
        _host.Make("d", state);
        using var answer = await _host.Http.PostAsync($"{Base}/d/{verb}", null);
        await answer.ShouldBeProblem(HttpStatusCode.Gone, "MF2002");
    }

    [Fact]
    public async Task An_event_is_raised_with_its_payload()
    {
        _host.Make("d");
        using var answer = await _host.Http.PostAsync(Base + "/d/raiseEvent/go", new StringContent("\"now\"", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("now", _host.Client.Events.Single().Payload.GetString());
    }

    [Fact]
    public async Task Purge_counts_what_it_deleted_and_is_404_for_nothing()
    {
        _host.Make("d", FlowStatus.Completed);
        _host.Make("e", FlowStatus.TimedOut);
        using var one = await _host.Http.DeleteAsync(Base + "/d");
        using var many = await _host.Http.DeleteAsync(Base + "?createdTimeFrom=2026-01-01T00:00:00Z&runtimeStatus=Failed");
        using var none = await _host.Http.DeleteAsync(Base + "?createdTimeFrom=2026-01-01T00:00:00Z");
        using var live = await _host.Http.DeleteAsync(Base + "?createdTimeFrom=2026-01-01T00:00:00Z&runtimeStatus=Running");

        Assert.Equal(1, (int)(await ApiTestHost.JsonOf(one))["instancesDeleted"]!);
        Assert.Equal(1, (int)(await ApiTestHost.JsonOf(many))["instancesDeleted"]!);
        await none.ShouldBeProblem(HttpStatusCode.NotFound, "MF2001");
        await live.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
    }

    [Fact]
    public async Task An_orchestrator_is_started_with_a_given_id()
    {
        using var answer = await _host.Http.PostAsync(
            "/runtime/webhooks/durabletask/orchestrators/sample.paint/given", new StringContent("""{"title":"x","colour":"darkRed"}""", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("given", (string?)(await ApiTestHost.JsonOf(answer))["id"]);
        Assert.Equal("given", _host.Client.Starts.Single().InstanceId);
    }

    [Fact]
    public async Task The_payload_of_a_start_is_all_that_a_stranger_needs_for_that_instance()
    {
        var id = await _host.StartAsync();
        var payload = await _host.GetJsonAsync("/api/flows/" + id);
        using var started = await _host.Http.PostAsync(
            "/api/flows/sample.paint", new StringContent("""{"title":"x","colour":"darkRed"}""", Encoding.UTF8, "application/json"));
        var links = await ApiTestHost.JsonOf(started);

        using var status = await _host.Stranger.GetAsync((string?)links["statusQueryGetUri"]);
        using var terminated = await _host.Stranger.PostAsync(((string)links["terminatePostUri"]!).Replace("{text}", "done", StringComparison.Ordinal), null);
        using var purged = await _host.Stranger.DeleteAsync((string?)links["purgeHistoryDeleteUri"]);

        Assert.Equal(HttpStatusCode.Accepted, status.StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, terminated.StatusCode);
        Assert.Equal(HttpStatusCode.OK, purged.StatusCode);
        Assert.NotNull(payload["links"]);
    }

    [Fact]
    public async Task The_code_of_one_instance_opens_no_other_and_no_list()
    {
        _host.Make("other");
        using var started = await _host.Http.PostAsync(
            "/api/flows/sample.paint", new StringContent("""{"title":"x","colour":"darkRed"}""", Encoding.UTF8, "application/json"));
        var code = ((string)(await ApiTestHost.JsonOf(started))["statusQueryGetUri"]!).Split("code=")[1];

        foreach (var path in new[] { Base + "/other", Base, "/api/flows/other", "/api/pipelines" })
        {
            using var answer = await _host.Stranger.GetAsync($"{path}?code={code}");
            await answer.ShouldBeProblem(HttpStatusCode.Unauthorized, "MF5001");
        }
    }
}
