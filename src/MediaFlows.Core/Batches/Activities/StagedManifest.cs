namespace MediaFlows.Core.Batches.Activities;

/// <summary>Output of <see cref="StageManifest"/>.</summary>
/// <param name="Items">Items in the manifest.</param>
/// <param name="Slices">Slices written.</param>
public sealed record StagedManifest(long Items, int Slices);
