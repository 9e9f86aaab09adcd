using System.Net;
using System.Net.Http.Json;
using MediaFlows.Api.Tests.Hosting;

namespace MediaFlows.Api.Tests.Resources;

public sealed class CatalogTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Fact]
    public async Task The_catalog_lists_flows_queries_and_providers_without_internal_ones()
    {
        var catalog = await host.GetJsonAsync("/api/pipelines");
        var flow = catalog["items"]!.AsArray().Single(i => (string?)i!["provider"] == "sample")!;
        Assert.DoesNotContain(catalog["items"]!.AsArray(), i => (string?)i!["name"] == "mediaflows.poll");
        Assert.Equal("sample.paint", (string?)flow["name"]);
        Assert.True((bool)flow["charged"]!);
        Assert.Equal(["S1_SUBMIT", "S2_POLL"], flow["stages"]!.AsArray().Select(s => (string?)s));
        Assert.EndsWith("/api/flows/sample.paint", (string?)flow["links"]!["start"]);
        Assert.Contains(catalog["queries"]!.AsArray(), q => (string?)q!["name"] == "sample.look");
        Assert.Equal("Sample Paint", (string?)catalog["providers"]!.AsArray().Single()!["title"]);
    }

    [Fact]
    public async Task A_flow_has_the_schema_of_its_records()
    {
        var flow = await host.GetJsonAsync("/api/pipelines/sample.paint");
        var schema = flow["inputSchema"]!;
        Assert.Equal(["title"], schema["required"]!.AsArray().Select(r => (string?)r));
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Equal("What to paint.", (string?)schema["properties"]!["title"]!["description"]);
        Assert.Equal(["darkRed", "lightBlue", null], schema["properties"]!["colour"]!["enum"]!.AsArray().Select(e => (string?)e));
        Assert.True((bool)schema["properties"]!["password"]!["writeOnly"]!);
        Assert.NotNull(flow["outputSchema"]!["properties"]!["playUrl"]);
        Assert.Equal("Sea", (string?)flow["example"]!["title"]);
    }

    [Fact]
    public async Task A_query_has_its_schema_too_and_an_unknown_name_is_404()
    {
        Assert.NotNull((await host.GetJsonAsync("/api/pipelines/sample.look"))["inputSchema"]!["properties"]!["name"]);
        using var unknown = await host.Http.GetAsync("/api/pipelines/sample.nothing");
        await unknown.ShouldBeProblem(HttpStatusCode.NotFound, "MF1003");
    }

    [Fact]
    public async Task A_query_answers_in_its_shape_with_URLs_whole_and_secrets_blanked()
    {
        using var answer = await host.Http.PostAsJsonAsync("/api/queries/sample.look", new { name = "Sea" });
        var output = await ApiTestHost.JsonOf(answer);
        Assert.Equal("https://play.example/a?auth_key=whole", (string?)output["playUrl"]);
        Assert.Equal("***", (string?)output["uploadToken"]);
    }

    [Fact]
    public async Task A_refusal_of_the_provider_is_502_with_its_own_words()
    {
        using var answer = await host.Http.PostAsJsonAsync("/api/queries/sample.look", new { name = "refused" });
        var problem = await answer.ShouldBeProblem(HttpStatusCode.BadGateway, "MF3003");
        Assert.Equal("PictureNotFound", (string?)problem["providerCode"]);
        Assert.Equal("req-1", (string?)problem["providerRequestId"]);
        Assert.Equal(404, (int)problem["httpStatus"]!);
    }

    [Theory]
    [InlineData("/api/queries/sample.nothing", "{}", HttpStatusCode.NotFound, "MF1003")]
    [InlineData("/api/queries/sample.look", """{"nam":"x"}""", HttpStatusCode.UnprocessableEntity, "MF1001")]
    public async Task A_query_that_does_not_fit_is_refused(string path, string body, HttpStatusCode status, string code)
    {
        using var answer = await host.Http.PostAsync(path, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
        await answer.ShouldBeProblem(status, code);
    }

    [Fact]
    public async Task The_doctor_shows_every_finding_and_survives_a_broken_check()
    {
        var doctor = await host.GetJsonAsync("/api/doctor");
        Assert.Equal("failed", (string?)doctor["state"]);
        var findings = doctor["findings"]!.AsArray();
        Assert.Equal(["broken/failed", "sample/warning", "sample/ok"], findings.Select(f => $"{f!["group"]}/{f["state"]}"));
        Assert.Contains("sig=***", (string?)findings[1]!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_needs_no_key()
    {
        Assert.Equal("""{"status":"ok"}""", await host.Stranger.GetStringAsync("/healthz"));
        Assert.Equal("""{"status":"ready"}""", await host.Stranger.GetStringAsync("/readyz"));
    }
}
