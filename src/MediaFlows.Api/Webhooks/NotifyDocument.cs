using System.Text.Json.Nodes;

namespace MediaFlows.Api.Webhooks;

/// <summary>The webhook of an instance in its status document.</summary>
/// <param name="Url">Where events are posted; signing parameters as everywhere.</param>
/// <param name="Events">The events asked for; null for every end.</param>
/// <param name="Waiting">True while events may come or deliveries are pending.</param>
/// <param name="Deliveries">Events, oldest first: id, event, state, tries, nextTryAt, lastTries with at, status and error.</param>
public sealed record NotifyDocument(string? Url, JsonNode? Events, bool Waiting, JsonNode? Deliveries);
