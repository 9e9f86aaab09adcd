namespace MediaFlows.Core.Progress;

/// <summary>How a provider's limits are used.</summary>
/// <param name="Jobs">Most jobs at a time, or null.</param>
/// <param name="SubmitsPerMinute">Most charged submits a minute, or null.</param>
/// <param name="Running">Jobs that hold a place; null while their number is not limited.</param>
/// <param name="Waiting">Submits that wait to be admitted.</param>
public sealed record LimitProgress(int? Jobs, double? SubmitsPerMinute, int? Running, int Waiting);
