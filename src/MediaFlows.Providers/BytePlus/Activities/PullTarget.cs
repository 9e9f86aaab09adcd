using MediaFlows.Core.Polling;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>What <see cref="PollPull"/> is asked about.</summary>
/// <param name="JobIds">Job id, or several joined by commas.</param>
public sealed record PullTarget(string JobIds);
