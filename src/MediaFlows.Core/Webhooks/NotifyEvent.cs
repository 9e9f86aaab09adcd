namespace MediaFlows.Core.Webhooks;

/// <summary>Payload of <see cref="Core.Flows.FlowEvents.Notify"/>.</summary>
/// <param name="State">A word of <see cref="NotifyEvents"/>, or null to try again what was not delivered.</param>
/// <param name="At">UTC time it happened.</param>
/// <param name="Resumes">Times the instance had been resumed or retried: with it, every end has a number of its own.</param>
public sealed record NotifyEvent(string? State, DateTime At, int Resumes)
{
    /// <summary>Without a state: the one delivery to make again, by the event's id; null for what was not delivered.</summary>
    public string? Delivery { get; init; }

    /// <summary>Without a state: what a companion that had ended remembered, which begins anew to deliver again.</summary>
    public NotifyState? Kept { get; init; }
}
