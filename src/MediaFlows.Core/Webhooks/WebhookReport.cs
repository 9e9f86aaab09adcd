namespace MediaFlows.Core.Webhooks;

/// <summary>A delivery as the status shows it.</summary>
/// <param name="Id">The event's id: the header <c>webhook-id</c>.</param>
/// <param name="Event">Word of <see cref="NotifyEvents"/>.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tries">Tries made.</param>
/// <param name="NextTryAt">UTC time of the next try; null when there is none.</param>
/// <param name="LastTries">The last tries, oldest first.</param>
public sealed record WebhookReport(string Id, string Event, WebhookDeliveryState State, int Tries, DateTime? NextTryAt, IReadOnlyList<WebhookTry> LastTries);
