using MediaFlows.Core.Errors;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

/// <summary>Runs the recorded turns of a history, up to the last one; what came after it is left for the next turn.</summary>
internal static class HistoryReplay
{
    /// <summary>Returns the first difference between code and history, or null when they agree.</summary>
    /// <param name="execution">A fresh execution.</param>
    /// <param name="history">The recorded events.</param>
    /// <param name="fetched">Payloads that live in blobs, by blob name.</param>
    public static FlowError? Run(FlowExecution execution, ReadOnlyMemory<byte> history, IReadOnlyDictionary<string, byte[]>? fetched)
    {
        var log = new ReplayLog(history);
        var inputs = new List<HistoryEvent>();
        while (log.Mismatch is null && log.NextInput() is { } e)
        {
            if (e.Kind.IsInput()) inputs.Add(WithPayload(e, fetched));
            if (e.Kind != HistoryEventKind.Turn) continue;
            execution.RunTurn(e.Ticks, inputs, log);
            inputs.Clear();
        }

        return log.Mismatch;
    }

    /// <summary>The event with its payload at hand.</summary>
    public static HistoryEvent WithPayload(in HistoryEvent e, IReadOnlyDictionary<string, byte[]>? fetched) =>
        e.Payload.IsAway && fetched is not null && fetched.TryGetValue(e.Payload.Blob!, out var bytes)
            ? e with { Payload = Payload.InBlob(e.Payload.Blob!, bytes) }
            : e;
}
