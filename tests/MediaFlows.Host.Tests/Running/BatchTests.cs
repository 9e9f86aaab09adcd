using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Host.Tests.Hosting;

namespace MediaFlows.Host.Tests.Running;

public sealed class BatchTests : IAsyncLifetime
{
    private readonly TestHosts _hosts = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hosts.DisposeAsync();

    [Fact]
    public async Task A_manifest_over_HTTP_runs_every_line_and_gives_a_result_for_each()
    {
        var host = await _hosts.StartAsync();
        var http = _hosts.Client(host);
        http.DefaultRequestHeaders.Add("Prefer", "wait=60");
        var manifest = string.Concat(Enumerable.Range(0, 30).Select(i => $"{{\"key\":\"k{i}\",\"input\":{{\"text\":\"t{i}\"}}}}\n"));
        using var answer = await http.PostAsync("/api/batches?flow=host.echo&maxParallel=10", new StringContent(manifest, Encoding.UTF8, "application/x-ndjson"));
        var status = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.True("completed" == (string?)status["state"], status.ToJsonString());
        Assert.Equal(30, (int)status["output"]!["done"]!);
        var results = (await http.GetStringAsync((string?)status["output"]!["results"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"t{i}"), results.Select(r => (string?)r["output"]!["text"]));
    }
}
