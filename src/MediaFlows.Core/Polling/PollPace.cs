namespace MediaFlows.Core.Polling;

/// <summary>When the next poll is due. Pure, so that it can be tested as a property and replayed.</summary>
public static class PollPace
{
    /// <summary>The wait before the next poll: never below the documented interval, never beyond the time limit.</summary>
    /// <remarks>
    /// Without knowledge the documented interval is kept, which may be longer for a job that has run for a while (<see cref="PollInput.Slower"/>). With a typical duration the first poll comes at 80 % of it and later ones at a tenth of it.
    /// After misses the wait doubles, up to 16 intervals. Up to 10 % are added per instance, so that many flows do not ask in step.
    /// </remarks>
    public static TimeSpan Next(PollInput state, DateTime now, string instanceId)
    {
        var interval = Interval(state, now).TotalSeconds;
        var wait = interval;
        if (state.TypicalSeconds is { } typical)
            wait = Math.Max(interval, state.Attempt == 0 ? typical * 0.8 : Math.Min(typical * 0.1, 12 * interval));
        if (state.Misses > 0) wait = Math.Max(wait, interval * Math.Pow(2, Math.Min(state.Misses, 4)));
        wait *= 1 + (Spread(instanceId, state.Attempt) * 0.1);
        var left = (Deadline(state, now) - now).TotalSeconds;
        return TimeSpan.FromSeconds(Math.Max(interval, Math.Min(wait, left)));
    }

    /// <summary>The documented interval at <paramref name="now"/>.</summary>
    public static TimeSpan Interval(PollInput state, DateTime now)
    {
        var elapsed = now - (state.StartedAt ?? now);
        return state.Slower?.LastOrDefault(s => s.After <= elapsed)?.Interval ?? state.Interval;
    }

    /// <summary>True when the documented number of polls or their total time is used up.</summary>
    public static bool IsOver(PollInput state, DateTime now) => state.Attempt - state.Hints >= state.MaxAttempts || now >= Deadline(state, now);

    private static DateTime Deadline(PollInput state, DateTime now) => (state.StartedAt ?? now) + (state.Interval * state.MaxAttempts);

    // FNV-1a: string.GetHashCode differs from process to process, and replay must not.
    private static double Spread(string instanceId, int attempt)
    {
        var hash = 2166136261u;
        foreach (var c in instanceId) hash = (hash ^ c) * 16777619u;
        hash = (hash ^ (uint)attempt) * 16777619u;
        return (hash % 1000) / 1000.0;
    }
}
