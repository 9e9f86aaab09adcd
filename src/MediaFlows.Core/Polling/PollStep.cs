namespace MediaFlows.Core.Polling;

/// <summary>One step of a documented pace that slows down: from <see cref="After"/> on polls are at least <see cref="Interval"/> apart.</summary>
/// <param name="After">Time since polling began.</param>
/// <param name="Interval">Documented interval from then on; longer than those before it.</param>
public sealed record PollStep(TimeSpan After, TimeSpan Interval);
