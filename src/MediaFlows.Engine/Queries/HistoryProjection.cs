using MediaFlows.Core.Client;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Replay;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Queries;

/// <summary>Recorded events by the names of Durable Functions.</summary>
internal static class HistoryProjection
{
    public static async IAsyncEnumerable<FlowHistoryEvent> ShowAsync(ReadOnlyMemory<byte> history, long from, EngineParts parts, PayloadStore payloads)
    {
        var events = HistoryCodec.ReadAll(history).ToList();
        var times = Times(events);
        for (var i = (int)Math.Max(0, from); i < events.Count; i++)
        {
            var e = events[i];
            var payload = e.Kind == HistoryEventKind.Ended && (FlowStatus)e.Count != FlowStatus.Completed ? null : await InstanceView.ReadAsync(e.Payload, payloads);
            yield return new FlowHistoryEvent(i, TypeOf(e), new DateTimeOffset(times[i], TimeSpan.Zero))
            {
                Name = NameOf(e),
                TaskId = e.Kind is HistoryEventKind.Ended || e.Id == 0 ? null : e.Id,
                Input = IsResult(e.Kind) ? null : payload,
                Result = IsResult(e.Kind) ? payload : null,
                Error = e.Kind is HistoryEventKind.ExecutionStarted or HistoryEventKind.SubFlowStarted || e.Detail.IsEmpty ? null : parts.ReadError(e.Detail),
                FireAt = e.Kind == HistoryEventKind.TimerCreated ? new DateTimeOffset(e.Ticks, TimeSpan.Zero) : null,
                InstanceId = e.Kind is HistoryEventKind.SubFlowStarted or HistoryEventKind.SubFlowCompleted or HistoryEventKind.SubFlowFailed or HistoryEventKind.EventSent ? e.Text : null,
                Attempt = e.Kind == HistoryEventKind.TaskScheduled ? e.Count : null,
                Reason = HasReason(e.Kind) ? e.Text : null,
            };
        }
    }

    // Inputs carry the time of the turn that consumes them, actions that of the turn that took them.
    private static long[] Times(List<HistoryEvent> events)
    {
        var times = new long[events.Count];
        var next = 0L;
        for (var i = events.Count - 1; i >= 0; i--)
        {
            if (events[i].Kind == HistoryEventKind.Turn) next = events[i].Ticks;
            times[i] = OwnTime(events[i]) ?? (events[i].Kind.IsInput() ? next : 0);
        }

        for (var i = 1; i < times.Length; i++)
            if (times[i] == 0) times[i] = times[i - 1];
        return times;
    }

    private static long? OwnTime(in HistoryEvent e) => e.Kind switch
    {
        HistoryEventKind.ExecutionStarted => InstanceHeader.Read(e.Detail).CreatedTicks,
        HistoryEventKind.TimerCreated => null,
        _ => e.Ticks == 0 ? null : e.Ticks,
    };

    private static bool IsResult(HistoryEventKind kind) =>
        kind is HistoryEventKind.TaskCompleted or HistoryEventKind.SubFlowCompleted or HistoryEventKind.Ended;

    private static bool HasReason(HistoryEventKind kind) => kind is HistoryEventKind.Suspended or HistoryEventKind.Resumed
        or HistoryEventKind.Terminated or HistoryEventKind.Reopened or HistoryEventKind.Retried or HistoryEventKind.EventRaised;

    private static string? NameOf(in HistoryEvent e) => e.Kind switch
    {
        HistoryEventKind.ExecutionStarted => InstanceHeader.Read(e.Detail).Flow,
        HistoryEventKind.Ended => ((FlowStatus)e.Count).ToString(),
        _ => e.Name,
    };

    private static string TypeOf(in HistoryEvent e) => e.Kind switch
    {
        HistoryEventKind.ExecutionStarted => InstanceHeader.Read(e.Detail).Generation > 0 ? "ContinuedAsNew" : "ExecutionStarted",
        HistoryEventKind.Turn => "OrchestratorStarted",
        HistoryEventKind.SubFlowStarted => "SubOrchestrationInstanceCreated",
        HistoryEventKind.SubFlowCompleted => "SubOrchestrationInstanceCompleted",
        HistoryEventKind.SubFlowFailed => "SubOrchestrationInstanceFailed",
        HistoryEventKind.Suspended => "ExecutionSuspended",
        HistoryEventKind.Resumed => "ExecutionResumed",
        HistoryEventKind.Terminated => "ExecutionTerminated",
        HistoryEventKind.Reopened => e.Count == 1 ? "ExecutionRetried" : "ExecutionReopened",
        HistoryEventKind.Retried => "ExecutionRewound",
        HistoryEventKind.StatusSet => "CustomStatusSet",
        HistoryEventKind.TimerCancelled => "TimerCanceled",
        HistoryEventKind.Ended => "ExecutionCompleted",
        _ => e.Kind.ToString(),
    };
}
