namespace MediaFlows.Engine.History;

/// <summary>One event of an instance. One shape for all kinds keeps the codec and the fold small.</summary>
internal readonly record struct HistoryEvent(HistoryEventKind Kind)
{
    /// <summary>Task or timer id; for <see cref="HistoryEventKind.Ended"/> 1 when the end is resumable.</summary>
    public int Id { get; init; }

    /// <summary>Attempt of an activity; <see cref="Core.Client.FlowStatus"/> of an end; 1 for a resume that is a retry.</summary>
    public int Count { get; init; }

    /// <summary>UTC ticks: time of a turn or an operator's act, due time of a timer.</summary>
    public long Ticks { get; init; }

    /// <summary>Activity, flow or event name; provider job id of an end.</summary>
    public string? Name { get; init; }

    /// <summary>The other instance's id, an operator's reason, or the submission step of an end.</summary>
    public string? Text { get; init; }

    /// <summary>Input, result, event payload, custom status; ids of the failed tasks for a failed end.</summary>
    public Payload Payload { get; init; }

    /// <summary><see cref="Core.Errors.FlowError"/> as JSON; <see cref="InstanceHeader"/> for a start.</summary>
    public ReadOnlyMemory<byte> Detail { get; init; }
}
