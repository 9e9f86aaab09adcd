using System.Collections.Concurrent;
using System.Text;
using MediaFlows.Host.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Host.Tests.Telemetry;

public sealed class TraceTests
{
    [Fact]
    public async Task Spans_and_metrics_reach_the_endpoint_with_the_callers_trace_and_without_secrets()
    {
        var received = new ConcurrentQueue<(string Path, byte[] Body)>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        await using var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue((context.Request.Path, body.ToArray()));
        });
        await collector.StartAsync();

        await using (var hosts = new TestHosts())
        {
            var host = await hosts.StartAsync(
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.First()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_SERVICE_NAME", "my-media"));
            var http = hosts.Client(host);
            http.DefaultRequestHeaders.Add("Prefer", "wait=30");
            http.DefaultRequestHeaders.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
            await TestHosts.PostAsync(http, "/api/flows/host.echo", new { text = "x", url = "https://a.example/v?sig=canary-signature" });
            using var code = await http.GetAsync("/runtime/webhooks/durabletask/instances?code=canary-code");
        }

        var spans = string.Concat(received.Where(r => r.Path == "/v1/traces").Select(r => Encoding.Latin1.GetString(r.Body)));
        Assert.Contains("create_orchestration:host.echo", spans, StringComparison.Ordinal);
        Assert.Contains("orchestration:host.echo", spans, StringComparison.Ordinal);
        Assert.Contains("durabletask.task.instance_id", spans, StringComparison.Ordinal);
        Assert.Contains("my-media", spans, StringComparison.Ordinal);
        Assert.Contains(Encoding.Latin1.GetString(Convert.FromHexString("4bf92f3577b34da6a3ce929d0e0e4736")), spans, StringComparison.Ordinal);
        Assert.Contains(received, r => r.Path == "/v1/metrics");
        foreach (var (_, body) in received) Assert.DoesNotContain("canary", Encoding.Latin1.GetString(body), StringComparison.Ordinal);
    }
}
