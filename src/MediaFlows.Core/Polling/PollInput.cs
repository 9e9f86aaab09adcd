using System.Text.Json;
using MediaFlows.Core.Progress;

namespace MediaFlows.Core.Polling;

/// <summary>Input of the shared poll flow; carries its own state across continue-as-new.</summary>
public sealed record PollInput
{
    /// <summary>Name of the poll activity.</summary>
    public required string Activity { get; init; }

    /// <summary>What the activity is asked about.</summary>
    public required JsonElement Target { get; init; }

    /// <summary>Documented interval; polls are never closer together.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Documented longer intervals for jobs that have run for a while, in the order of their times; null keeps <see cref="Interval"/> throughout.</summary>
    public IReadOnlyList<PollStep>? Slower { get; init; }

    /// <summary>Documented limit of polls. Interval times this is the time limit.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Where durations are learned.</summary>
    public required string DurationKey { get; init; }

    /// <summary>How long such jobs took before, in seconds.</summary>
    public double? TypicalSeconds { get; init; }

    /// <summary>What the status shows beside the poll counters (stage, job id).</summary>
    public FlowProgress? Progress { get; init; }

    /// <summary>Polls made so far.</summary>
    public int Attempt { get; init; }

    /// <summary>Those of them that a callback brought forward; they take nothing from <see cref="MaxAttempts"/>.</summary>
    public int Hints { get; init; }

    /// <summary>UTC time of the next poll, where it was put off by a callback that is not believed any more.</summary>
    public DateTime? NextAt { get; init; }

    /// <summary>UTC time polling began; set on the first run.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>Polls in a row that could not be made.</summary>
    public int Misses { get; init; }

    /// <summary>The last answer that came.</summary>
    public PollAnswer? Last { get; init; }
}
