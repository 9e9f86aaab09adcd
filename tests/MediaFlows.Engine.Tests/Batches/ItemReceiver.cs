using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Engine.Tests.Batches;

/// <summary>Takes every event, and refuses addresses that are called private.</summary>
public sealed class ItemReceiver : IWebhookSender
{
    private readonly ConcurrentQueue<string> _told = new();

    /// <summary>What was told, as <c>type subject</c>.</summary>
    public IReadOnlyList<string> Told => [.. _told];

    public Task CheckAsync(string url, CancellationToken cancellationToken) => url.Contains("private", StringComparison.Ordinal)
        ? throw new FlowException(ErrorCodes.UrlRefused, "Not there.")
        : Task.CompletedTask;

    public Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var body = JsonNode.Parse(request.Body)!;
        _told.Enqueue($"{body["type"]} {body["subject"]}");
        return Task.FromResult(new WebhookAnswer(204, null, null));
    }
}
