using MediaFlows.Core.Batches.Activities;

namespace MediaFlows.Core.Batches.Flows;

/// <summary>Input of <see cref="BatchSliceFlow"/>.</summary>
/// <param name="Slice">The slice to run.</param>
/// <param name="MaxParallel">Most items at a time.</param>
/// <param name="Defaults">Takes recommended values for open choices.</param>
public sealed record BatchSliceInput(SliceRef Slice, int MaxParallel, bool Defaults)
{
    /// <summary>True to run only the items that a charge limit held back.</summary>
    public bool HeldOnly { get; init; }
}
