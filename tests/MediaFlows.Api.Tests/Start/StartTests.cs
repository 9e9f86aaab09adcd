using System.Net;
using System.Net.Http.Json;
using System.Text;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Tests.Start;

public sealed class StartTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Fact]
    public async Task A_start_answers_202_with_its_links_and_the_check_status_payload()
    {
        using var answer = await host.Http.PostAsJsonAsync("/api/flows/sample.paint", new { title = "Sea", colour = "darkRed" });

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await ApiTestHost.JsonOf(answer);
        var id = (string?)body["id"];
        Assert.Equal(new Uri(host.Http.BaseAddress!, $"/api/flows/{id}"), answer.Headers.Location);
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        Assert.Equal("sample.paint", (string?)body["pipeline"]);
        Assert.EndsWith($"/api/flows/{id}/history", (string?)body["links"]!["history"]);
        foreach (var name in new[]
                 {
                     "statusQueryGetUri", "sendEventPostUri", "terminatePostUri", "rewindPostUri", "purgeHistoryDeleteUri", "restartPostUri", "suspendPostUri", "resumePostUri",
                 })
            Assert.StartsWith($"{host.Http.BaseAddress}runtime/webhooks/durabletask/instances/{id}", (string?)body[name]);
    }

    [Fact]
    public async Task A_missing_choice_is_a_question_and_starts_nothing()
    {
        var before = host.Client.Starts.Count;
        using var answer = await host.Http.PostAsJsonAsync("/api/flows/sample.paint", new { title = "no colour" });

        var problem = await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1002");
        var question = problem["questions"]!.AsArray().Single()!;
        Assert.Equal("colour", (string?)question["field"]);
        Assert.Equal("lightBlue", (string?)question["recommended"]);
        Assert.Equal(["Dark red", "Light blue"], question["options"]!.AsArray().Select(o => (string?)o!["label"]));
        Assert.Equal(before, host.Client.Starts.Count);
    }

    [Theory]
    [InlineData("?defaults=true", """{"title":"defaults in the query"}""")]
    [InlineData("", """{"title":"defaults in the body","defaults":true}""")]
    public async Task Defaults_answer_the_questions(string query, string body)
    {
        using var answer = await PostAsync("/api/flows/sample.paint" + query, body);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var status = await host.GetJsonAsync("/api/flows/" + (string?)(await ApiTestHost.JsonOf(answer))["id"]);
        Assert.Equal("lightBlue", (string?)status["input"]!["colour"]);
    }

    [Theory]
    [InlineData("""{"title":"x","colur":"darkRed"}""", "colur")]
    [InlineData("""{"title":"x","colour":"green"}""", "colour")]
    [InlineData("""{"title":5,"colour":"darkRed"}""", "title")]
    [InlineData("""{"colour":"darkRed"}""", "input")]
    [InlineData("""{"title":"","colour":"darkRed"}""", "title")]
    [InlineData("""{"title":"x","defaults":"yes"}""", "defaults")]
    public async Task A_field_that_does_not_fit_is_named(string body, string field)
    {
        using var answer = await PostAsync("/api/flows/sample.paint", body);

        var problem = await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        Assert.Contains(field, problem["errors"]!.AsObject().Select(e => e.Key));
    }

    [Fact]
    public async Task Every_broken_rule_is_reported_at_once()
    {
        using var answer = await PostAsync("/api/flows/sample.paint", """{"title":"","count":-1,"colour":"darkRed"}""");

        var problem = await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        Assert.Equal(["count", "title"], problem["errors"]!.AsObject().Select(e => e.Key));
    }

    [Theory]
    [InlineData("/api/flows/sample.nothing")]
    [InlineData("/api/flows/mediaflows.poll")]
    public async Task An_unknown_or_internal_pipeline_is_refused_with_the_names_there_are(string path)
    {
        using var answer = await PostAsync(path, "{}");
        await answer.ShouldBeProblem(HttpStatusCode.NotFound, "MF1003");
    }

    [Fact]
    public async Task An_unknown_option_starts_nothing()
    {
        using var answer = await PostAsync("/api/flows/sample.paint?dryrunn=true", """{"title":"x","colour":"darkRed"}""");
        var problem = await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        Assert.NotNull(problem["errors"]!["dryrunn"]);
    }

    [Fact]
    public async Task A_dry_run_shows_the_provider_requests_redacted_and_starts_nothing()
    {
        var before = host.Client.Starts.Count;
        using var answer = await PostAsync("/api/flows/sample.paint?dryRun=true", """{"title":"x","colour":"darkRed","password":"canary-password"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var plan = await ApiTestHost.JsonOf(answer);
        Assert.True((bool)plan["charged"]!);
        Assert.Equal("Costs one coin.", (string?)plan["costNotice"]);
        var request = plan["requests"]!.AsArray().Single()!;
        Assert.Equal("https://paint.example/?Action=Paint&X-Signature=***", (string?)request["url"]);
        Assert.Equal("***", (string?)plan["input"]!["password"]);
        Assert.Equal(before, host.Client.Starts.Count);
    }

    [Fact]
    public async Task An_id_can_be_chosen_once()
    {
        using var first = await PostAsync("/api/flows/sample.paint?instanceId=mine-1", """{"title":"x","colour":"darkRed"}""");
        Assert.Equal("mine-1", (string?)(await ApiTestHost.JsonOf(first))["id"]);

        using var second = await PostAsync("/api/flows/sample.paint?instanceId=mine-1", """{"title":"x","colour":"darkRed"}""");
        await second.ShouldBeProblem(HttpStatusCode.Conflict, "MF2003");
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData("@a")]
    [InlineData("a/b")]
    [InlineData("-a")]
    public async Task An_id_that_could_be_mistaken_is_refused(string id)
    {
        using var answer = await PostAsync("/api/flows/sample.paint?instanceId=" + Uri.EscapeDataString(id), """{"title":"x","colour":"darkRed"}""");
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
    }

    [Fact]
    public async Task Batch_tags_time_and_trace_reach_the_start()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/flows/sample.paint?batch=b7&tag=who:me:too&tag=empty:&startAt=2026-02-01T00:00:00Z&instanceId=tagged")
        {
            Content = Json("""{"title":"x","colour":"darkRed"}"""),
            Headers = { { "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" }, { "tracestate", "rojo=1,congo=2" } },
        };
        using var answer = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var start = host.Client.Starts.Single(s => s.InstanceId == "tagged");
        Assert.Equal("b7", start.Batch);
        Assert.Equal("me:too", start.Tags!["who"]);
        Assert.Equal("", start.Tags["empty"]);
        Assert.Equal(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), start.StartAt);
        Assert.StartsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-", start.TraceParent);
        Assert.Equal("rojo=1,congo=2", start.TraceState);
    }

    [Theory]
    [InlineData("?tag=nocolon")]
    [InlineData("?tag=:value")]
    [InlineData("?tag=a:1&tag=a:2")]
    [InlineData("?startAt=tomorrow")]
    public async Task An_option_that_does_not_fit_is_refused(string query)
    {
        using var answer = await PostAsync("/api/flows/sample.paint" + query, """{"title":"x","colour":"darkRed"}""");
        await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
    }

    [Fact]
    public async Task An_unexpected_failure_says_nothing_of_its_inside_and_is_logged()
    {
        using var answer = await PostAsync("/api/flows/sample.paint", """{"title":"boom"}""");

        var problem = await answer.ShouldBeProblem(HttpStatusCode.InternalServerError, "MF9001");
        Assert.DoesNotContain("canary-internal", problem.ToJsonString());
        Assert.Contains(host.Log.Lines, l => l.Contains("Unexpected failure of POST /api/flows/sample.paint", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preferred_wait_answers_with_the_end()
    {
        using var request = Waiting("waits-1", "respond-async, wait=10");
        var pending = host.Http.SendAsync(request);
        while (!host.Client.Starts.Any(s => s.InstanceId == "waits-1")) await Task.Yield();
        host.Client.Change("waits-1", i => i with { Status = FlowStatus.Completed, Output = "done" });

        using var answer = await pending;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("wait=10", answer.Headers.GetValues("Preference-Applied").Single());
        var status = await ApiTestHost.JsonOf(answer);
        Assert.Equal("completed", (string?)status["state"]);
        Assert.Equal("done", (string?)status["output"]);
    }

    [Fact]
    public async Task A_preferred_wait_that_is_over_answers_202()
    {
        using var request = Waiting("waits-2", "wait=10");
        var pending = host.Http.SendAsync(request);
        while (host.Time.NextDue is null) await Task.Yield();
        host.Time.Advance(TimeSpan.FromSeconds(10));

        using var answer = await pending;
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("waits-2", (string?)(await ApiTestHost.JsonOf(answer))["id"]);
    }

    private static HttpRequestMessage Waiting(string id, string prefer) => new(HttpMethod.Post, "/api/flows/sample.paint?instanceId=" + id)
    {
        Content = Json("""{"title":"x","colour":"darkRed"}"""),
        Headers = { { "Prefer", prefer } },
    };

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private Task<HttpResponseMessage> PostAsync(string path, string body) => host.Http.PostAsync(path, Json(body));
}
