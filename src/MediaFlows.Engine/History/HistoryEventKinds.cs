namespace MediaFlows.Engine.History;

/// <summary>The three families of events.</summary>
internal static class HistoryEventKinds
{
    /// <summary>True for what a turn consumes.</summary>
    public static bool IsInput(this HistoryEventKind kind) => kind is >= HistoryEventKind.ExecutionStarted and <= HistoryEventKind.Reopened;

    /// <summary>True for what replay checks. The custom status is shown to people only, so changing its text is no change of the flow.</summary>
    public static bool IsChecked(this HistoryEventKind kind) => kind >= HistoryEventKind.TaskScheduled && kind != HistoryEventKind.StatusSet;
}
