using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MediaFlows.Host.Tests.Hosting;
using MediaFlows.Host.Tests.Sample;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Host.Tests.Running;

public sealed class CallbackTests : IAsyncLifetime
{
    private readonly TestHosts _hosts = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hosts.DisposeAsync();

    [Fact]
    public async Task A_callback_wakes_a_flow_that_would_have_waited_an_hour()
    {
        var host = await _hosts.StartAsync();
        var http = _hosts.Client(host);
        var job = host.Services.GetRequiredService<RemoteJob>();
        var id = (string?)(await TestHosts.PostAsync(http, "/api/flows/host.paid", new { text = "x" }))["id"];
        using var stream = new StreamReader(await http.GetStreamAsync($"/api/flows/{id}/events"));
        await UntilAsync(stream, d => (string?)d["progress"]?["nextPollAt"] is not null);
        Assert.Equal(0, job.Polls);

        using var early = await http.PostAsync("/api/callbacks/host", new StringContent("job-7"));
        await UntilAsync(stream, d => (int?)d["progress"]?["attempt"] == 2);
        job.IsDone = true;
        using var late = await http.PostAsync("/api/callbacks/host", new StringContent("job-7"));
        var end = await UntilAsync(stream, d => (string?)d["state"] == "completed");

        Assert.Equal("job-7", (string?)end["output"]!["text"]);
        Assert.Equal(2, job.Polls);
        using var repeat = await http.PostAsync("/api/callbacks/host", new StringContent("job-7"));
        Assert.True(repeat.IsSuccessStatusCode);
        var status = await http.GetFromJsonAsync<JsonNode>($"/api/flows/{id}");
        Assert.Equal($"{id}:S1_PAY.1", (string?)status!["children"]!.AsArray().Single()!["id"]);
    }

    private static async Task<JsonNode> UntilAsync(StreamReader stream, Func<JsonNode, bool> isIt)
    {
        while (await stream.ReadLineAsync() is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal) && JsonNode.Parse(line["data: ".Length..])! is var data && isIt(data)) return data;
        throw new EndOfStreamException("The stream ended before the state came.");
    }
}
