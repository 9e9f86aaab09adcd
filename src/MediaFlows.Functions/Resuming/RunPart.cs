using MediaFlows.Functions.Durable;

namespace MediaFlows.Functions.Resuming;

/// <summary>
/// A piece of an <see cref="EndedRun"/> that is small enough to cross an activity on every storage provider: message sizes are limited
/// (1 MB with the Durable Task Scheduler), runs are not.
/// </summary>
public sealed record RunPart
{
    /// <summary>Instance that it belongs to.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Number of the run.</summary>
    public required int Run { get; init; }

    /// <summary>0-based number of the part.</summary>
    public required int Part { get; init; }

    /// <summary>Number of parts.</summary>
    public required int Parts { get; init; }

    /// <summary>Input of the run, in part 0.</summary>
    public FlowEnvelope? Envelope { get; init; }

    /// <summary>UTC time of the first turn.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>See <see cref="EndedRun.Failed"/>.</summary>
    public bool Failed { get; init; }

    /// <summary>The calls of this part.</summary>
    public required IReadOnlyList<RecordedCall> Calls { get; init; }
}
