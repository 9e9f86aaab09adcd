using MediaFlows.Core.Errors;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Api.Tests.Webhooks;

/// <summary>Refuses hosts that are called private; posts nothing.</summary>
public sealed class CheckedReceivers : IWebhookSender
{
    public Task CheckAsync(string url, CancellationToken cancellationToken) => url.Contains("private", StringComparison.Ordinal)
        ? throw new FlowException(ErrorCodes.UrlRefused, "The URL was refused.", "Give another.")
        : Task.CompletedTask;

    public Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken cancellationToken) => throw new NotSupportedException("Companions do not run here.");
}
