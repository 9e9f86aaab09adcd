using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Webhooks;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Core.Tests.Webhooks;

/// <summary>The embedded engine with a flow, its companion and a receiver.</summary>
public sealed class WebhookWorld : IAsyncDisposable
{
    public const string Secret = "canary-secret-0123456789";

    private WebhookWorld(FlowTestHost host, Receiver receiver)
    {
        Host = host;
        Receiver = receiver;
    }

    public FlowTestHost Host { get; }

    public Receiver Receiver { get; }

    public static async Task<WebhookWorld> StartAsync()
    {
        var time = new VirtualTime();
        var receiver = new Receiver(time);
        var host = await FlowTestHost.StartAsync(new FlowTestOptions
        {
            Time = time,
            Configure = s => s.AddSingleton<IFlow, EndingFlow>().AddSingleton<IWebhookSender>(receiver),
        });
        return new WebhookWorld(host, receiver);
    }

    /// <summary>Starts companion and flow, as the API does; returns the companion's id.</summary>
    public async Task<string> StartFlowAsync(string id, string[] ends, params string[] events)
    {
        var companion = await StartCompanionAsync(id, events);
        await Host.Client.StartAsync(new FlowStart { Flow = "test.ending", Input = new EndingInput(ends), InstanceId = id, NotifyInstanceId = companion }, default);
        return companion;
    }

    public Task<string> StartCompanionAsync(string id, params string[] events) => Host.StartAsync("mediaflows.notify", new NotifyInput
    {
        InstanceId = id,
        Url = "https://hooks.example/in?token=canary-query",
        Secret = Secret,
        Events = events.Length == 0 ? null : events,
    });

    public async Task<FlowInstance> GetAsync(string id) => (await Host.Client.GetAsync(id, default))!;

    public Task AgainAsync(string companion, string? delivery = null) =>
        Host.Client.RaiseEventAsync(companion, FlowEvents.Notify, JsonSerializer.SerializeToElement(new NotifyEvent(null, default, 0) { Delivery = delivery }, JsonSerializerOptions.Web), default);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
