using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Webhooks;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Webhooks;

/// <summary>Posts webhooks with the guarded client. A try takes at most 20 seconds, follows no redirect and reads at most 64 KiB of the answer.</summary>
public sealed class GuardedWebhookSender : IWebhookSender
{
    private const int MostAnswerBytes = 64 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly GuardedHttpClient _http;
    private readonly TimeProvider _time;

    /// <summary>Posts through <paramref name="http"/>.</summary>
    public GuardedWebhookSender(GuardedHttpClient http, TimeProvider time)
    {
        _http = http;
        _time = time;
    }

    /// <inheritdoc/>
    public Task CheckAsync(string url, CancellationToken cancellationToken) => _http.CheckAsync(url, cancellationToken);

    /// <inheritdoc/>
    public async Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(Post(request), either.Token);
            await DrainAsync(response, either.Token);
            cancellationToken.ThrowIfCancellationRequested();
            return new WebhookAnswer((int)response.Status, RetryAfter(response), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(null, null, $"There was no answer within {Limit.TotalSeconds} seconds.");
        }
        catch (FlowException e)
        {
            return new WebhookAnswer(null, null, e.Error.Message);
        }
    }

    private static GuardedRequest Post(WebhookRequest request) => new(request.Url)
    {
        Method = HttpMethod.Post,
        Headers = request.Headers,
        Content = () => new StringContent(request.Body, Encoding.UTF8, request.ContentType),
        FollowRedirects = false,
        MaxBytes = MostAnswerBytes,
    };

    // The status has decided already. A short body is read so that the connection can be used again; one that is long, slow or broken is left.
    private static async Task DrainAsync(GuardedResponse response, CancellationToken cancellationToken)
    {
        try
        {
            await response.ReadBodyAsync(cancellationToken);
        }
        catch (Exception e) when (e is FlowException or OperationCanceledException)
        {
            // As said above.
        }
    }

    private int? RetryAfter(GuardedResponse response)
    {
        if (response.Headers.RetryAfter is not { } header) return null;
        var wait = header.Delta ?? (header.Date is { } date ? date - _time.GetUtcNow() : TimeSpan.Zero);
        return (int)Math.Clamp(wait.TotalSeconds, 0, TimeSpan.FromDays(1).TotalSeconds);
    }
}
