namespace MediaFlows.Core.Webhooks;

/// <summary>One try of a delivery.</summary>
/// <param name="At">UTC time of its end.</param>
/// <param name="Status">HTTP status, or null when there was no answer.</param>
/// <param name="Error">Why there was no answer; never with the URL's query.</param>
public sealed record WebhookTry(DateTime At, int? Status, string? Error);
