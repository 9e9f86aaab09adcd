using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.EndToEnd.Worlds;
using MediaFlows.Storage;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Queues;

namespace MediaFlows.EndToEnd.Batches;

/// <summary>The ingest queue of the real host: what is understood starts once, what is not is kept with its reason.</summary>
public sealed class IngestEndToEndTests(World world)
{
    [Fact]
    public async Task Messages_start_their_items_once_and_nonsense_waits_with_its_reason_and_can_be_sent_back()
    {
        await using var host = await world.StartHostAsync(world.Azurite.NewName("ingest"), ingests: true);
        var queue = new MessageQueue(new StorageAccount(new StorageOptions { ConnectionString = world.Azurite.ConnectionString, Hub = "unused" }), StorageRegistration.IngestQueueName, TimeProvider.System);
        var name = world.Azurite.NewName("q");
        var bodies = new[] { Item(name, 1), Item(name, 1), $"[{Item(name, 2)},{Item(name, 3)}]", Item(name, 3), $"nonsense {name}" };
        foreach (var body in bodies) await queue.SendAsync(Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
        while (await queue.CountAsync(TestContext.Current.CancellationToken) > 0) await Task.Yield();

        Assert.Equal(3, await StartedAsync(host));
        var poison = Assert.Single(await PoisonAsync(host), p => p["body"]!.GetValue<string>().Contains(name, StringComparison.Ordinal));
        Assert.StartsWith("MF1004", poison["reason"]!.GetValue<string>(), StringComparison.Ordinal);

        using var sentBack = await host.Client.PostAsync($"/api/ingest/poison/requeue?id={Uri.EscapeDataString(poison["id"]!.GetValue<string>())}", null, TestContext.Current.CancellationToken);
        Assert.Equal(1, (await sentBack.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!["requeued"]!.GetValue<int>());
    }

    private string Item(string name, int number) => $$$"""{"pipeline":"byteplus.upload-url","input":{"url":"{{{world.VideoUrl($"{name}-{number}")}}}"},"key":"{{{name}}}-{{{number}}}"}""";

    private static async Task<int> StartedAsync(HostProcess host) => ((await host.Client.GetFromJsonAsync<JsonObject>("/api/flows"))!["items"]!).AsArray().Count;

    private static async Task<List<JsonNode>> PoisonAsync(HostProcess host) =>
        [.. (await host.Client.GetFromJsonAsync<JsonObject>("/api/ingest/poison"))!["items"]!.AsArray().Select(i => i!)];
}
