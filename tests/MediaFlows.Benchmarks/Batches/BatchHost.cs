using System.Text.Json.Nodes;
using MediaFlows.Local;
using MediaFlows.Local.Processes;

namespace MediaFlows.Benchmarks.Batches;

/// <summary><c>mediaflows serve</c> as a process that can be killed, with a client for it.</summary>
internal sealed class BatchHost : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly HttpClient _client;

    private BatchHost(ChildProcess process, HttpClient client) => (_process, _client) = (process, client);

    /// <summary>Resident bytes now; 0 once it has ended.</summary>
    public long WorkingSet => _process.HasExited ? 0 : _process.WorkingSet;

    public static async Task<BatchHost> StartAsync(BatchWorld world)
    {
        var port = FreePorts.Find();
        var program = Path.Combine(AppContext.BaseDirectory, "mediaflows.dll");
        var process = ChildProcess.StartDotnet(program, ["serve", "--port", $"{port}"], world.Environment());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await process.WaitForLineAsync(line => line.Contains("MediaFlows is ready", StringComparison.Ordinal), limit.Token);
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var key = (await File.ReadAllLinesAsync(Path.Combine(world.Home.FullName, "api.keys"))).First(l => l.Length > 0 && !l.StartsWith('#')).Trim();
        client.DefaultRequestHeaders.Add("x-functions-key", key);
        return new BatchHost(process, client);
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>True while an item has not ended.</summary>
    public async Task<bool> IsBusyAsync() => (await ListAsync("state=running&state=pending&top=1"))["items"]!.AsArray().Count > 0;

    /// <summary>How many items ended how.</summary>
    public async Task<Dictionary<string, int>> CountEndsAsync()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await ListAsync("top=1000" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
            foreach (var item in page["items"]!.AsArray())
            {
                var state = item!["state"]!.GetValue<string>();
                counts[state] = counts.GetValueOrDefault(state) + 1;
            }

            cursor = page["next"]?.GetValue<string>();
        }
        while (cursor is not null);
        return counts;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _process.DisposeAsync();
    }

    private async Task<JsonNode> ListAsync(string query) => JsonNode.Parse(await _client.GetStringAsync("/api/flows?" + query))!;
}
