namespace MediaFlows.Core.Batches.Activities;

/// <summary>Input of <see cref="WriteResults"/>.</summary>
/// <param name="Slice">The slice.</param>
/// <param name="Results">One result per item, in order.</param>
public sealed record SliceResults(SliceRef Slice, IReadOnlyList<BatchResult> Results);
