using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using MediaFlows.Core.Webhooks;
using MediaFlows.Testing.Contracts;
using MediaFlows.Testing.Media;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Functions.Tests.Durable;

/// <summary>The Functions adapters with a receiver that takes everything.</summary>
internal sealed class WebhookWorld : IWebhookSender, IAsyncDisposable
{
    public const string Secret = "canary-secret-0123456789";

    public WebhookWorld() => Host = new DurableContractHost(s => s.AddSingleton<IWebhookSender>(this).AddSingleton(Media));

    public DurableContractHost Host { get; }

    public TestMedia Media { get; } = new();

    /// <summary>The events in the order they were posted.</summary>
    public List<JsonNode> Told { get; } = [];

    /// <summary>Starts companion and flow, as the API does; returns the companion's id.</summary>
    public async Task<string> StartAsync(string flow)
    {
        var input = new NotifyInput { InstanceId = "watched", Url = "https://hooks.example/", Secret = Secret, Events = NotifyEvents.All };
        var companion = await Host.Client.StartAsync(new FlowStart { Flow = "mediaflows.notify", Input = input }, default);
        return await Host.Client.StartAsync(new FlowStart { Flow = flow, Input = new ContractInput { Steps = ["a"], Count = 1 }, InstanceId = "watched", NotifyInstanceId = companion }, default) == "watched"
            ? companion
            : throw new InvalidOperationException("The flow has another id.");
    }

    public Task CheckAsync(string url, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        Told.Add(JsonNode.Parse(request.Body)!);
        return Task.FromResult(new WebhookAnswer(204, null, null));
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
