namespace MediaFlows.Core.Batches.Flows;

/// <summary>Output of <see cref="BatchSliceFlow"/>.</summary>
/// <param name="Done">Items that ended well.</param>
/// <param name="Failed">Items that did not.</param>
public sealed record BatchSliceCounts(int Done, int Failed);
