using MediaFlows.Core.Flows;

namespace MediaFlows.Functions.Durable;

/// <summary>Which calls an exception that ended a flow goes back to: the ones that a retry makes again.</summary>
internal static class FailedCalls
{
    /// <summary>Positions of the failed calls; empty when no call is to blame.</summary>
    public static IReadOnlyCollection<int> In(Exception error)
    {
        var positions = new SortedSet<int>();
        Collect(error, positions);
        return positions;
    }

    private static void Collect(Exception? error, SortedSet<int> positions)
    {
        if (error is null) return;
        if (error is FlowTaskFailedException failed) positions.UnionWith(failed.TaskIds);
        if (error is AggregateException several)
        {
            foreach (var inner in several.InnerExceptions) Collect(inner, positions);
        }
        else
        {
            Collect(error.InnerException, positions);
        }
    }
}
