namespace MediaFlows.Engine.History;

/// <summary>What happened. The numbers are the wire format of the journal: never reuse one.</summary>
internal enum HistoryEventKind : byte
{
    // What an instance is told; consumed by the next turn.
    ExecutionStarted = 1,
    TaskCompleted = 2,
    TaskFailed = 3,
    TimerFired = 4,
    EventRaised = 5,
    SubFlowCompleted = 6,
    SubFlowFailed = 7,
    Reopened = 8,

    // What an operator did, and the turn itself.
    Turn = 20,
    Suspended = 21,
    Resumed = 22,
    Terminated = 23,
    Retried = 24,
    FirstInput = 25,

    // What the code did in its turn; checked on replay, in this order.
    TaskScheduled = 40,
    TimerCreated = 41,
    TimerCancelled = 42,
    SubFlowStarted = 43,
    EventSent = 44,
    StatusSet = 45,
    Ended = 46,
}
