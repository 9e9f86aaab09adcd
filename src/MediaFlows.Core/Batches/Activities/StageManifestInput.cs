using MediaFlows.Core.Batches.Manifests;
using MediaFlows.Core.Media;

namespace MediaFlows.Core.Batches.Activities;

/// <summary>Input of <see cref="StageManifest"/>.</summary>
/// <param name="Batch">Instance id of the batch.</param>
/// <param name="Manifest">Where the manifest is.</param>
/// <param name="Format">Its form.</param>
/// <param name="Flow">Flow of items that name none.</param>
/// <param name="SliceItems">Most items of a slice.</param>
public sealed record StageManifestInput(string Batch, MediaSource Manifest, ManifestFormat Format, string? Flow, int SliceItems);
