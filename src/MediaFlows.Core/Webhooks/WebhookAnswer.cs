namespace MediaFlows.Core.Webhooks;

/// <summary>What a receiver said.</summary>
/// <param name="Status">HTTP status, or null when there was no answer.</param>
/// <param name="RetryAfterSeconds">Its <c>Retry-After</c> in seconds, or null.</param>
/// <param name="Error">Why there was no answer; never with the URL's query.</param>
public sealed record WebhookAnswer(int? Status, int? RetryAfterSeconds, string? Error);
