using System.Net;
using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Tests.Instances;

public sealed class ListTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Theory]
    [InlineData("state=failed", "l-failed")]
    [InlineData("state=FAILED,timedOut", "l-failed l-timed")]
    [InlineData("state=failed&state=timedOut", "l-failed l-timed")]
    [InlineData("batch=b1", "l-batch")]
    [InlineData("parent=l-failed", "l-failed:1")]
    [InlineData("from=2026-01-15T12:34:57Z", "")]
    [InlineData("to=2026-01-15T13:34:56%2B01:00&batch=b1", "l-batch")]
    [InlineData("to=2026-01-15T13:34:56+01:00&batch=b1", "l-batch")]
    [InlineData("pipeline=other.flow", "")]
    public async Task Filters_keep_what_they_name(string filter, string ids)
    {
        host.Make("l-failed", FlowStatus.Failed);
        host.Make("l-timed", FlowStatus.TimedOut);
        host.Make("l-batch", FlowStatus.Running, i => i with { Batch = "b1" });
        host.Make("l-failed:1", FlowStatus.Completed, i => i with { ParentId = "l-failed" });

        var list = await host.GetJsonAsync("/api/flows?idPrefix=l-&" + filter);
        Assert.Equal(ids.Split(' ', StringSplitOptions.RemoveEmptyEntries), Ids(list));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_cursor_and_link()
    {
        for (var i = 0; i < 5; i++) host.Make($"p-{i}");
        var seen = new List<string>();
        var next = "/api/flows?idPrefix=p-&top=2";
        var pages = 0;
        while (next is not null)
        {
            using var answer = await host.Http.GetAsync(next);
            var page = await ApiTestHost.JsonOf(answer);
            seen.AddRange(Ids(page));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('>')[0][1..] : null;
            Assert.Equal(next is null, page["next"] is null);
            pages++;
        }

        Assert.Equal(["p-0", "p-1", "p-2", "p-3", "p-4"], seen);
        Assert.Equal(3, pages);
    }

    [Fact]
    public async Task Input_and_output_come_only_when_asked_for()
    {
        host.Make("io", FlowStatus.Completed, i => i with { Output = "out" });
        var bare = (await host.GetJsonAsync("/api/flows?idPrefix=io"))["items"]![0]!;
        var full = (await host.GetJsonAsync("/api/flows?idPrefix=io&include=input,output"))["items"]![0]!;

        Assert.Null(bare["input"]);
        Assert.Null(bare["output"]);
        Assert.Equal("Sea", (string?)full["input"]!["title"]);
        Assert.Equal("out", (string?)full["output"]);
    }

    [Theory]
    [InlineData("state=sleeping", "state")]
    [InlineData("state=3", "state")]
    [InlineData("top=0", "top")]
    [InlineData("top=1001", "top")]
    [InlineData("top=x", "top")]
    [InlineData("from=yesterday", "from")]
    [InlineData("include=secrets", "include")]
    [InlineData("stat=failed", "stat")]
    [InlineData("children=perhaps", "children")]
    public async Task A_filter_that_does_not_fit_is_refused_by_name(string filter, string field)
    {
        using var answer = await host.Http.GetAsync("/api/flows?" + filter);
        var problem = await answer.ShouldBeProblem(HttpStatusCode.UnprocessableEntity, "MF1001");
        Assert.NotNull(problem["errors"]![field]);
    }

    private static IEnumerable<string> Ids(JsonNode page) => page["items"]!.AsArray().Select(i => (string)i!["id"]!);
}
