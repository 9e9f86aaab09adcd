namespace MediaFlows.Core.Webhooks;

/// <summary>One signed post.</summary>
/// <param name="Url">Where to.</param>
/// <param name="Body">UTF-8 text of the body.</param>
/// <param name="ContentType">Media type of the body.</param>
/// <param name="Headers">The webhook headers.</param>
public sealed record WebhookRequest(string Url, string Body, string ContentType, IReadOnlyDictionary<string, string> Headers);
