using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Host.Tests.Running;

public sealed class LifeTests : IAsyncLifetime
{
    private readonly TestHosts _hosts = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hosts.DisposeAsync();

    [Fact]
    public async Task A_flow_is_started_over_HTTP_and_runs_to_its_end()
    {
        var host = await _hosts.StartAsync();
        var http = _hosts.Client(host);
        http.DefaultRequestHeaders.Add("Prefer", "wait=30");
        var status = await TestHosts.PostAsync(http, "/api/flows/host.echo", new { text = "hello" });

        Assert.Equal("completed", (string?)status["state"]);
        Assert.Equal("hello", (string?)status["output"]!["text"]);
        using var ready = await http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var history = await http.GetFromJsonAsync<System.Text.Json.Nodes.JsonNode>((string?)status["links"]!["history"]);
        Assert.Equal("ExecutionStarted", (string?)history!["events"]![0]!["type"]);
    }

    [Fact]
    public async Task After_a_restart_flows_go_on_and_keys_still_bind()
    {
        var first = await _hosts.StartAsync();
        var http = _hosts.Client(first);
        http.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var id = (string?)(await TestHosts.PostAsync(http, "/api/flows/host.echo", new { text = "kept", wait = true }))["id"];
        await first.StopAsync();

        var second = await _hosts.StartAsync();
        var again = _hosts.Client(second);
        again.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        Assert.Equal(id, (string?)(await TestHosts.PostAsync(again, "/api/flows/host.echo", new { text = "kept", wait = true }))["id"]);
        using var stream = new StreamReader(await again.GetStreamAsync($"/api/flows/{id}/events"));
        await TestHosts.PostAsync(again, $"/api/flows/{id}/events/go", new { });
        var all = await stream.ReadToEndAsync();

        Assert.Contains("event: end", all, StringComparison.Ordinal);
        Assert.Contains("\"text\":\"kept\"", all, StringComparison.Ordinal);
        Assert.Equal(first.ApiKey, second.ApiKey);
    }

    [Fact]
    public async Task A_second_host_on_the_same_hub_is_refused_and_the_first_goes_on()
    {
        var first = await _hosts.StartAsync();
        var refused = await Assert.ThrowsAsync<FlowException>(() => _hosts.StartAsync());

        Assert.Equal(ErrorCodes.HubOwned, refused.Error.Code);
        Assert.NotNull(refused.Error.Hint);
        using var ready = await _hosts.Client(first).GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task A_taken_port_is_told_with_the_way_out()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var refused = await Assert.ThrowsAsync<FlowException>(() => _hosts.StartAsync(("MEDIAFLOWS_URLS", $"http://{taken.LocalEndpoint}")));
        Assert.Equal(ErrorCodes.AddressTaken, refused.Error.Code);
        Assert.Contains("MEDIAFLOWS_URLS", refused.Error.Hint, StringComparison.Ordinal);

        var free = await _hosts.StartAsync();
        Assert.True(free.Url.Port > 0);
    }

    [Fact]
    public async Task An_open_event_stream_does_not_hold_a_stop()
    {
        var host = await _hosts.StartAsync();
        var http = _hosts.Client(host);
        var id = (string?)(await TestHosts.PostAsync(http, "/api/flows/host.echo", new { text = "x", wait = true }))["id"];
        using var stream = new StreamReader(await http.GetStreamAsync($"/api/flows/{id}/events"));
        await stream.ReadLineAsync();
        http.DefaultRequestHeaders.Add("Prefer", "wait=60");
        var waiting = TestHosts.PostAsync(http, "/api/flows/host.echo", new { text = "y", wait = true });
        var client = host.Services.GetRequiredService<IFlowClient>();
        while ((await client.ListAsync(new FlowQuery(), default)).Items.Count < 2) await Task.Yield();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await host.StopAsync(limit.Token);
        Assert.False(limit.IsCancellationRequested);
        await stream.ReadToEndAsync(limit.Token);
        Assert.NotNull((await waiting)["statusQueryGetUri"]);
    }
}
