namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Output of <see cref="CommitUpload"/>.</summary>
/// <param name="Vid">The new asset.</param>
/// <param name="PosterUri">Its cover, or empty.</param>
/// <param name="FileName">Path that the provider reports, or null.</param>
public sealed record CommittedUpload(string Vid, string PosterUri, string? FileName);
