using MediaFlows.Host.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Tests.Running;

public sealed class SecrecyTests : IAsyncLifetime
{
    private readonly TestHosts _hosts = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _hosts.DisposeAsync();

    [Fact]
    public async Task No_log_line_and_no_stored_byte_holds_a_seeded_secret()
    {
        var host = await _hosts.StartAsync(("MEDIAFLOWS_LOG_LEVEL", "Trace"));
        var http = _hosts.Client(host);
        http.DefaultRequestHeaders.Add("Prefer", "wait=30");
        await TestHosts.PostAsync(http, "/api/flows/host.echo", new { text = "x", secret = "canary-secret", url = "https://a.example/v?sig=canary-signature" });
        using var code = await http.GetAsync($"/runtime/webhooks/durabletask/instances?code={host.ApiKey}");
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("test").LogError(
            new InvalidOperationException("https://b.example/?token=canary-token"), "Went to {Url}", "https://c.example/?sig=canary-signature\nforged line");

        var log = _hosts.Log.ToString();
        Assert.DoesNotContain("canary", log, StringComparison.Ordinal);
        Assert.DoesNotContain(host.ApiKey, log, StringComparison.Ordinal);
        Assert.DoesNotContain("\nforged", log, StringComparison.Ordinal);
        Assert.Contains("https://c.example/?sig=***", log, StringComparison.Ordinal);
        await foreach (var blob in _hosts.Blobs.ListAsync("", default))
        {
            var text = System.Text.Encoding.Latin1.GetString((await _hosts.Blobs.GetAsync(blob.Name, default))!.Bytes.Span);
            Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Forwarded_headers_count_only_from_a_trusted_proxy()
    {
        var trusting = await _hosts.StartAsync(("MEDIAFLOWS_TRUSTED_PROXIES", "127.0.0.1"), ("MEDIAFLOWS_ALLOWED_HOSTS", "media.example"));
        Assert.Equal("https://media.example/edge/api/pipelines/host.echo", await LinkAsync(trusting));
        await trusting.StopAsync();
        var other = await _hosts.StartAsync();
        Assert.Equal(new Uri(other.Url, "/api/pipelines/host.echo").ToString(), await LinkAsync(other));
    }

    private async Task<string?> LinkAsync(MediaFlowsHost host)
    {
        var http = _hosts.Client(host);
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "media.example");
        http.DefaultRequestHeaders.Add("X-Forwarded-Prefix", "/edge");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        return (string?)System.Text.Json.Nodes.JsonNode.Parse(await http.GetStringAsync("/api/pipelines/host.echo"))!["links"]!["self"];
    }
}
