namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>A stored file.</summary>
/// <param name="FileName">Its path in the space; may be empty.</param>
public sealed record UploadedFile(string? FileName);
