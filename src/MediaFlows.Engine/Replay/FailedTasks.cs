using MediaFlows.Core.Flows;

namespace MediaFlows.Engine.Replay;

/// <summary>Which tasks an exception that ended a flow goes back to.</summary>
internal static class FailedTasks
{
    /// <summary>Ids of the failed tasks, in order; empty when no task is to blame.</summary>
    public static IReadOnlyList<int> In(Exception error)
    {
        var ids = new SortedSet<int>();
        Collect(error, ids);
        return [.. ids];
    }

    private static void Collect(Exception? error, SortedSet<int> ids)
    {
        if (error is FlowTaskFailedException failed) ids.UnionWith(failed.TaskIds);
        if (error is AggregateException several)
        {
            foreach (var inner in several.InnerExceptions) Collect(inner, ids);
        }
        else if (error is not null)
        {
            Collect(error.InnerException, ids);
        }
    }
}
