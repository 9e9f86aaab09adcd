using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Tests.Instances;

public sealed class HistoryTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    [Fact]
    public async Task A_history_comes_in_pages()
    {
        host.Make("h");
        host.Client.AddHistory("h", [.. Enumerable.Range(0, 5).Select(i => new FlowHistoryEvent(i, "TimerFired", host.Time.GetUtcNow()))]);

        var first = await host.GetJsonAsync("/api/flows/h/history?top=3");
        Assert.Equal([0, 1, 2], Sequences(first));
        var second = await host.GetJsonAsync($"/api/flows/h/history?top=3&from={(int)first["next"]!}");
        Assert.Equal([3, 4], Sequences(second));
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task A_history_is_redacted()
    {
        host.Make("hr");
        host.Client.AddHistory("hr", new FlowHistoryEvent(0, "TaskCompleted", host.Time.GetUtcNow())
        {
            Name = "sample.submit",
            Input = JsonNode.Parse("""{"token":"mf:s:c2VjcmV0"}"""),
            Result = "https://x.example/v?sig=canary-signature&w=1",
            Error = new FlowError("MF3003", "No https://x.example/?sig=canary-signature"),
            Reason = "see https://x.example/?token=canary-token",
        });

        var text = (await host.GetJsonAsync("/api/flows/hr/history")).ToJsonString();
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.DoesNotContain("mf:s:", text, StringComparison.Ordinal);
        Assert.Contains("w=1", text.Replace("\\u0026", "&", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static IEnumerable<int> Sequences(JsonNode page) => page["events"]!.AsArray().Select(e => (int)e!["sequence"]!);
}
