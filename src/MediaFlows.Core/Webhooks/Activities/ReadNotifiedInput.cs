namespace MediaFlows.Core.Webhooks.Activities;

/// <summary>Input of <see cref="ReadNotified"/>.</summary>
/// <param name="InstanceId">The instance to look at.</param>
/// <param name="EndNumber">Number of the end that must be visible already, or null to take what is there.</param>
public sealed record ReadNotifiedInput(string InstanceId, int? EndNumber);
