using System.Net;
using System.Text.Json.Nodes;
using MediaFlows.Api.Tests.Hosting;
using MediaFlows.Core.Client;

namespace MediaFlows.Api.Tests.Instances;

public sealed class EventStreamTests : IAsyncLifetime
{
    private readonly ApiTestHost _host = new();

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_stream_tells_every_change_until_the_end_and_closes()
    {
        _host.Make("s");
        using var answer = await OpenAsync("s");
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());

        var first = await ReadAsync(reader);
        _host.Client.Change("s", i => i with { Progress = JsonNode.Parse("""{"percent":50}""") });
        var second = await ReadAsync(reader);
        _host.Client.Change("s", i => i with { Status = FlowStatus.Completed, Output = "https://x.example/?sig=canary-signature" });
        var last = await ReadAsync(reader);

        Assert.Equal("status", first.Name);
        Assert.Equal(50, (int)second.Data["progress"]!["percent"]!);
        Assert.Equal("end", last.Name);
        Assert.Equal("https://x.example/?sig=***", (string?)last.Data["output"]);
        Assert.Equal(3, new[] { first.Id, second.Id, last.Id }.Distinct(StringComparer.Ordinal).Count());
        Assert.Null(await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_quiet_stream_beats()
    {
        _host.Make("q");
        using var answer = await OpenAsync("q");
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        await ReadAsync(reader);
        for (var i = 0; i < 2; i++)
        {
            while (_host.Time.NextDue is null) await Task.Yield();
            _host.Time.Advance(TimeSpan.FromSeconds(15));
            Assert.Equal(": heartbeat", await reader.ReadLineAsync());
            Assert.Equal("", await reader.ReadLineAsync());
        }
    }

    [Fact]
    public async Task A_client_that_comes_back_is_not_told_again_what_it_has()
    {
        _host.Make("r");
        StreamEvent first;
        using (var answer = await OpenAsync("r"))
        using (var reader = new StreamReader(await answer.Content.ReadAsStreamAsync()))
            first = await ReadAsync(reader);

        using var again = await OpenAsync("r", first.Id);
        using var second = new StreamReader(await again.Content.ReadAsStreamAsync());
        _host.Client.Change("r", i => i with { WaitingFor = "timer" });
        Assert.Equal("timer", (string?)(await ReadAsync(second)).Data["waitingFor"]);
    }

    [Fact]
    public async Task A_client_that_has_the_end_is_told_to_stop()
    {
        _host.Make("e", FlowStatus.Completed);
        StreamEvent end;
        using (var answer = await OpenAsync("e"))
        using (var reader = new StreamReader(await answer.Content.ReadAsStreamAsync()))
            end = await ReadAsync(reader);

        using var again = await OpenAsync("e", end.Id);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    private static async Task<StreamEvent> ReadAsync(StreamReader reader)
    {
        var id = (await reader.ReadLineAsync())!;
        var name = (await reader.ReadLineAsync())!;
        var data = (await reader.ReadLineAsync())!;
        Assert.Equal("", await reader.ReadLineAsync());
        return new StreamEvent(id["id: ".Length..], name["event: ".Length..], JsonNode.Parse(data["data: ".Length..])!);
    }

    private async Task<HttpResponseMessage> OpenAsync(string id, string? last = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/flows/{id}/events");
        if (last is not null) request.Headers.Add("Last-Event-ID", last);
        return await _host.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private sealed record StreamEvent(string Id, string Name, JsonNode Data);
}
