namespace MediaFlows.Core.Polling;

/// <summary>Payload of <see cref="Core.Flows.FlowEvents.Callback"/>: something happened to a job. Only a reason to ask at once, never a result.</summary>
/// <param name="JobId">The provider's job id.</param>
public sealed record CallbackHint(string JobId);
