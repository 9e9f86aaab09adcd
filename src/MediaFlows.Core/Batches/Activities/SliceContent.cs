namespace MediaFlows.Core.Batches.Activities;

/// <summary>Items of a slice and their results of the pass before, if there was one.</summary>
/// <param name="Items">The items in order.</param>
/// <param name="Before">Results of the pass before, in the same order; empty in the first pass.</param>
public sealed record SliceContent(IReadOnlyList<BatchItem> Items, IReadOnlyList<BatchResult> Before);
