namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>What is known of the file before it is read.</summary>
/// <param name="Extension">Extension with its dot, lower case.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Version">Changes when the content changes, or null.</param>
public sealed record UploadSourceFacts(string Extension, long Length, string? Version);
