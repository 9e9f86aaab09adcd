namespace MediaFlows.Cli.Connection;

/// <summary>A host to talk to.</summary>
/// <param name="Url">Base address.</param>
/// <param name="Key">API key.</param>
/// <param name="MediaRoot">Folder that the host reads local files from, when it is on this machine; else null.</param>
internal sealed record HostConnection(Uri Url, string Key, string? MediaRoot);
