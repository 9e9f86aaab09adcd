namespace MediaFlows.Core.Webhooks;

/// <summary>Payload of <see cref="Core.Flows.FlowEvents.Notify"/>.</summary>
/// <param name="State">A word of <see cref="NotifyEvents"/>, or null to try again what was not delivered.</param>
/// <param name="At">UTC time it happened.</param>
/// <param name="Resumes">Times the instance had been resumed or retried: with it, every end has a number of its own.</param>
public sealed record NotifyEvent(string? State, DateTime At, int Resumes);
