namespace MediaFlows.Core.Progress;

/// <summary>Counters of a flow over many items.</summary>
/// <param name="Total">Items known so far.</param>
/// <param name="Done">Finished well.</param>
/// <param name="Failed">Finished badly.</param>
/// <param name="Running">Started and not finished.</param>
/// <param name="Charged">Paid submits that were accepted.</param>
public sealed record ItemCounts(long Total, long Done, long Failed, long Running, long Charged);
