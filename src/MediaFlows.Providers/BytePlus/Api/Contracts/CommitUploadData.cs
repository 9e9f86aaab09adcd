namespace MediaFlows.Providers.BytePlus.Api.Contracts;

/// <summary>The new asset.</summary>
internal sealed record CommitUploadData(string? Vid, string? PosterUri, UploadedFile? SourceInfo);
