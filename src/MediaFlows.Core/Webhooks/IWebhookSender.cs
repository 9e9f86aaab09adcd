using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Webhooks;

/// <summary>Posts to receivers through the guarded client: public addresses only, no redirects, bounded time and answers.</summary>
public interface IWebhookSender
{
    /// <summary>Checks as far as that is possible without a request whether <paramref name="url"/> may be posted to.</summary>
    /// <exception cref="FlowException"><c>MF5002</c>.</exception>
    Task CheckAsync(string url, CancellationToken cancellationToken);

    /// <summary>Posts once. A receiver that cannot be reached, is refused or does not answer within 20 seconds is an answer without status, no exception.</summary>
    Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken cancellationToken);
}
