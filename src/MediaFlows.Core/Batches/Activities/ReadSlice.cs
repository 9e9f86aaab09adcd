using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;

namespace MediaFlows.Core.Batches.Activities;

/// <summary>Reads one slice of items and, after the first pass, what became of them.</summary>
public sealed class ReadSlice : Activity<SliceRef, SliceContent>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SliceRef, SliceContent> Ref = new("mediaflows.read-slice");

    private readonly BatchBlobs _blobs;

    /// <summary>Reads from <paramref name="blobs"/>.</summary>
    public ReadSlice(BatchBlobs blobs) => _blobs = blobs;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<SliceContent> RunAsync(ActivityContext context, SliceRef input, CancellationToken cancellationToken)
    {
        var items = await _blobs.ReadSliceAsync(input.Batch, input.Slice, cancellationToken);
        var before = input.Pass == 1 ? [] : await _blobs.ReadResultsAsync(input.Batch, input.Slice, cancellationToken);
        return new SliceContent(items, before);
    }
}
