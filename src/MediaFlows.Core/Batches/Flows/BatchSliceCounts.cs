namespace MediaFlows.Core.Batches.Flows;

/// <summary>Output of <see cref="BatchSliceFlow"/>.</summary>
/// <param name="Done">Items that ended well.</param>
/// <param name="Failed">Items that did not.</param>
/// <param name="Held">Those of them that a charge limit held back.</param>
public sealed record BatchSliceCounts(int Done, int Failed, int Held);
