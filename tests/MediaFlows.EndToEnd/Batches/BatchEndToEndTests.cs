using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.EndToEnd.Worlds;

namespace MediaFlows.EndToEnd.Batches;

/// <summary>A manifest over HTTP on the real host.</summary>
public sealed class BatchEndToEndTests(World world)
{
    [Fact]
    public async Task A_batch_killed_in_the_middle_has_a_result_for_every_item_and_pays_for_none_twice()
    {
        const int items = 40;
        world.Clouds["byteplus"].Knobs["jobSeconds"] = 1;
        await using var host = await world.StartHostAsync(world.Azurite.NewName("batch"));
        var name = world.Azurite.NewName("clip");
        var manifest = string.Join('\n', Enumerable.Range(0, items).Select(i => $$$"""{"key":"k{{{i}}}","input":{"url":"{{{world.VideoUrl($"{name}-{i}")}}}"}}"""));
        using var body = new StringContent(manifest, Encoding.UTF8, "application/x-ndjson");
        using var answer = await host.Client.PostAsync("/api/batches?flow=byteplus.upload-url&maxParallel=8", body, TestContext.Current.CancellationToken);
        var id = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["id"]!.GetValue<string>();

        while (Charged(name).Count < items / 4) await Task.Yield();
        host.Kill();
        Assert.True(Charged(name).Count < items, "The batch was over before the kill.");
        await host.RestartAsync();
        var ended = await host.EndAsync(id);

        var results = (await host.Client.GetStringAsync($"/api/batches/{id}/results", TestContext.Current.CancellationToken))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(Enumerable.Range(0, items).Select(i => $"k{i}"), results.Select(r => r["key"]!.GetValue<string>()));

        // A pull has no way to recognise a repeated call, so one whose answer the kill swallowed waits for a person instead of being paid again.
        var states = results.ConvertAll(r => r["state"]!.GetValue<string>());
        Assert.All(states, s => Assert.Contains(s, (string[])["completed", "needsAttention"]));
        Assert.InRange(states.Count(s => s == "needsAttention"), 0, 8);
        Assert.Equal(states.Contains("needsAttention") ? "failed" : "completed", ended["state"]!.GetValue<string>());
        Assert.All(Charged(name).GroupBy(c => c, StringComparer.Ordinal), c => Assert.Single(c));
    }

    private List<string> Charged(string name) =>
        [.. world.Clouds["byteplus"].Charges.List().Where(c => c.Operation == "UploadMediaByUrl" && c.Subject.Contains(name, StringComparison.Ordinal)).Select(c => c.Subject)];
}
