using MediaFlows.Core.Activities;
using MediaFlows.Core.Batches.Manifests;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;

namespace MediaFlows.Core.Batches.Activities;

/// <summary>Cuts a manifest into slices, once, in bounded memory. A second run writes the same slices again.</summary>
public sealed class StageManifest : Activity<StageManifestInput, StagedManifest>
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<StageManifestInput, StagedManifest> Ref = new("mediaflows.stage-manifest");

    // A slice is one blob and one history: at most this many items and about this many bytes.
    private const int SliceBytes = 1 << 20;
    private readonly IMediaReader _media;
    private readonly BatchBlobs _blobs;
    private readonly IServiceProvider _services;

    /// <summary>The catalog holds this activity, so the manifest reader that needs the catalog is looked up when it is needed.</summary>
    public StageManifest(IMediaReader media, BatchBlobs blobs, IServiceProvider services)
    {
        _media = media;
        _blobs = blobs;
        _services = services;
    }

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    public override async Task<StagedManifest> RunAsync(ActivityContext context, StageManifestInput input, CancellationToken cancellationToken)
    {
        var reader = (ManifestReader)_services.GetService(typeof(ManifestReader))!;
        await using var content = await _media.OpenAsync(input.Manifest, 0, null, null, cancellationToken);
        var slice = new List<BatchItem>();
        var (items, slices, bytes) = (0L, 0, 0);
        try
        {
            await foreach (var item in reader.ReadAsync(content, input.Format, input.Flow, cancellationToken))
            {
                var size = item.Input?.ToJsonString().Length ?? 0;
                if (slice.Count == input.SliceItems || (slice.Count > 0 && bytes + size > SliceBytes)) await FlushAsync();
                slice.Add(item);
                bytes += size;
                items++;
            }
        }
        catch (Exception e) when (e is ManifestException or InvalidDataException)
        {
            throw new FlowException(ErrorCodes.InvalidInput, $"The manifest cannot be read: {e.Message}", "Correct the manifest and start the batch again; no item was started.");
        }

        if (slice.Count > 0) await FlushAsync();
        return new StagedManifest(items, slices);

        async Task FlushAsync()
        {
            await _blobs.WriteSliceAsync(input.Batch, slices++, slice, cancellationToken);
            slice.Clear();
            bytes = 0;
        }
    }
}
