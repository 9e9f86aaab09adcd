namespace MediaFlows.Core.Flows;

/// <summary>Payload of <see cref="FlowEvents.Cancel"/>.</summary>
/// <param name="Reason">Free text, or null.</param>
public sealed record CancelRequest(string? Reason);
