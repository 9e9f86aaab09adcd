using System.Net;
using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Api.Tests.Sample;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using Microsoft.Extensions.DependencyInjection;
using System.Text.Json;

namespace MediaFlows.Api.Tests.Instances;

public sealed class StatusTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Fact]
    public async Task The_status_document_tells_everything_in_documented_words()
    {
        host.Make("full", FlowStatus.TimedOut, i => i with
        {
            Progress = JsonNode.Parse("""{"stage":"S2_POLL","attempt":3}"""),
            ProviderJobId = "job-1",
            Batch = "b",
            Tags = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "1" },
            Resumes = 2,
            Error = new FlowError(ErrorCodes.PollTimedOut, "Still running.") { Hint = "Resume it.", Document = JsonNode.Parse("""{"timeout":true}""") },
        });

        var status = await host.GetJsonAsync("/api/flows/full");
        Assert.Equal("timedOut", (string?)status["state"]);
        Assert.Equal("S2_POLL", (string?)status["progress"]!["stage"]);
        Assert.Equal("job-1", (string?)status["providerJobId"]);
        Assert.Equal("MF2008", (string?)status["error"]!["code"]);
        Assert.True((bool)status["error"]!["document"]!["timeout"]!);
        Assert.Equal("1", (string?)status["tags"]!["a"]);
        Assert.Equal(2, (int)status["resumes"]!);
        Assert.Equal("2026-01-15T12:34:56Z", (string?)status["createdAt"]);
        Assert.Null(status["children"]);
    }

    [Fact]
    public async Task The_owner_sees_signed_URLs_whole_in_the_status_only_and_secrets_nowhere()
    {
        var serializer = host.Services.GetRequiredService<FlowSerializer>();
        var output = new SampleOutput("Sea") { PlayUrl = "https://play.example/a?auth_key=canary-signature&w=1", UploadToken = "canary-token" };
        host.Make("signed", FlowStatus.Completed, i => i with { Output = JsonSerializer.SerializeToNode(output, serializer.Options) });

        var status = (await host.GetJsonAsync("/api/flows/signed?children=false"))["output"]!;
        Assert.Equal(output.PlayUrl, (string?)status["playUrl"]);
        Assert.Equal("***", (string?)status["uploadToken"]);

        var list = (await host.GetJsonAsync("/api/flows?idPrefix=signed&include=output"))["items"]![0]!["output"]!;
        Assert.Equal("https://play.example/a?auth_key=***&w=1", (string?)list["playUrl"]);
        Assert.Equal("***", (string?)list["uploadToken"]);
    }

    [Fact]
    public async Task Children_are_shown_with_their_progress()
    {
        host.Make("parent");
        host.Make("parent:S1.1", FlowStatus.Running, i => i with { ParentId = "parent", Flow = "mediaflows.poll", Progress = JsonNode.Parse("""{"percent":40}""") });

        var child = (await host.GetJsonAsync("/api/flows/parent"))["children"]!.AsArray().Single()!;
        Assert.Equal("parent:S1.1", (string?)child["id"]);
        Assert.Equal(40, (int)child["progress"]!["percent"]!);
        Assert.Null((await host.GetJsonAsync("/api/flows/parent?children=false"))["children"]);
        Assert.Equal("running", (string?)(await host.GetJsonAsync("/api/flows/parent%3AS1.1"))["state"]);
    }

    [Fact]
    public async Task A_live_instance_says_when_to_ask_again()
    {
        host.Make("live");
        using var answer = await host.Http.GetAsync("/api/flows/live");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("GET", "/api/flows/nobody")]
    [InlineData("GET", "/api/flows/nobody/history")]
    [InlineData("GET", "/api/flows/nobody/events")]
    [InlineData("DELETE", "/api/flows/nobody")]
    [InlineData("POST", "/api/flows/nobody/cancel")]
    [InlineData("POST", "/api/flows/nobody/events/go")]
    public async Task An_unknown_id_is_404(string method, string path)
    {
        using var answer = await host.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        await answer.ShouldBeProblem(HttpStatusCode.NotFound, "MF2001");
    }
}
