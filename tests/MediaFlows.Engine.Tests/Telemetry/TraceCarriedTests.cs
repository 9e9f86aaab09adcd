using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Local;

namespace MediaFlows.Engine.Tests.Telemetry;

/// <summary>The caller's trace context on the wire of an HTTP call that an activity makes, with nobody collecting spans.</summary>
[Collection("spans")] // Nobody may listen meanwhile.
public sealed class TraceCarriedTests
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    [Fact]
    public async Task A_call_of_an_activity_carries_the_trace_of_the_start_before_and_after_a_crash()
    {
        var url = $"http://127.0.0.1:{FreePorts.Find()}/";
        using var provider = new HttpListener { Prefixes = { url } };
        provider.Start();
        var headers = new ConcurrentQueue<(string? Parent, string? State)>();
        var serving = ServeAsync(provider, headers);
        using var http = new HttpClient();
        var flow = new ScriptedFlow("test.calls", async (context, input) =>
        {
            await context.Act(input);
            await context.CreateTimer(TimeSpan.FromHours(1));
            return await context.Act(input);
        });

        await using (var host = await ScriptedHost.StartAsync(async (_, input, stop) => await http.GetStringAsync(url + input, stop), null, null, null, flow))
        {
            var start = new FlowStart { Flow = "test.calls", Input = "job", InstanceId = "carried", TraceParent = $"00-{Trace}-00f067aa0ba902b7-01", TraceState = "a=1,b=2" };
            await host.Client.StartAsync(start, default);
            await host.SettleAsync();
            await host.CrashAndRestartAsync();
            await host.RunToEndAsync("carried");
            await host.StartAsync("test.calls", "job", "without");
            await host.RunToEndAsync("without");
        }

        provider.Stop();
        await serving;
        Assert.Equal(4, headers.Count);
        Assert.All(headers.Take(2), h => Assert.StartsWith($"00-{Trace}-", h.Parent, StringComparison.Ordinal));
        Assert.All(headers.Take(2), h => Assert.Equal("a=1,b=2", h.State));
        Assert.All(headers.Skip(2), h => Assert.Null(h.State));
        Assert.All(headers.Skip(2), h => Assert.DoesNotContain(Trace, h.Parent ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_wakes_an_instance_does_not_draw_its_steps_into_his_own_trace()
    {
        var seen = new ConcurrentQueue<Activity?>();
        var flow = new ScriptedFlow("test.woken", async (context, input) => await context.Act(input + await context.WaitForExternalEvent<string>("go")));
        var host = await ScriptedHost.StartAsync(
            (_, input, _) =>
            {
                seen.Enqueue(Activity.Current);
                return Task.FromResult(input);
            },
            null, null, null, flow);
        await using (host)
        {
            await host.StartAsync("test.woken", "x", "woken");
            await host.SettleAsync();
            using (new Activity("another request").Start())
            {
                await host.Client.RaiseEventAsync("woken", "go", JsonSerializer.SerializeToElement("on"), default);
                await host.RunToEndAsync("woken");
            }
        }

        Assert.Null(Assert.Single(seen));
    }

    private static async Task ServeAsync(HttpListener provider, ConcurrentQueue<(string? Parent, string? State)> headers)
    {
        while (provider.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await provider.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            headers.Enqueue((call.Request.Headers["traceparent"], call.Request.Headers["tracestate"]));
            call.Response.Close("done"u8.ToArray(), willBlock: false);
        }
    }
}
