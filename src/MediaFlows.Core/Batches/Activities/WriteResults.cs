using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Batches.Activities;

/// <summary>Writes the results of one slice, whole.</summary>
public sealed class WriteResults : Activity<SliceResults, Unit>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SliceResults, Unit> Ref = new("mediaflows.write-results");

    private readonly BatchBlobs _blobs;

    /// <summary>Writes to <paramref name="blobs"/>.</summary>
    public WriteResults(BatchBlobs blobs) => _blobs = blobs;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(ActivityContext context, SliceResults input, CancellationToken cancellationToken)
    {
        await _blobs.WriteResultsAsync(input.Slice.Batch, input.Slice.Slice, input.Results, cancellationToken);
        return Unit.Value;
    }
}
