using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Core.Tests.Webhooks;

/// <summary>A receiver of webhooks that answers as a test says.</summary>
public sealed class Receiver(TimeProvider time) : IWebhookSender
{
    private readonly List<(DateTimeOffset At, WebhookRequest Request)> _posts = [];

    /// <summary>The answer to post number n, counted from 1. Default 204.</summary>
    public Func<int, Task<WebhookAnswer>> Answer { get; set; } = _ => Status(204);

    public IReadOnlyList<(DateTimeOffset At, WebhookRequest Request)> Posts
    {
        get
        {
            lock (_posts) return [.. _posts];
        }
    }

    public IEnumerable<JsonNode> Events => Posts.Select(p => JsonNode.Parse(p.Request.Body)!);

    public static Task<WebhookAnswer> Status(int status, int? retryAfter = null) => Task.FromResult(new WebhookAnswer(status, retryAfter, null));

    public Task CheckAsync(string url, CancellationToken cancellationToken) => url.Contains("private", StringComparison.Ordinal)
        ? throw new FlowException(ErrorCodes.UrlRefused, "Not there.")
        : Task.CompletedTask;

    public Task<WebhookAnswer> SendAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        int number;
        lock (_posts)
        {
            _posts.Add((time.GetUtcNow(), request));
            number = _posts.Count;
        }

        return Answer(number).WaitAsync(cancellationToken);
    }
}
