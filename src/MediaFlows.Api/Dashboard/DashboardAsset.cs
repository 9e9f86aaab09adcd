namespace MediaFlows.Api.Dashboard;

/// <summary>One static file of the dashboard.</summary>
/// <param name="Path">Path below the root, without a leading slash.</param>
/// <param name="ContentType">Media type by its extension.</param>
/// <param name="ETag">Quoted hash of the bytes.</param>
/// <param name="Bytes">The file.</param>
public sealed record DashboardAsset(string Path, string ContentType, string ETag, ReadOnlyMemory<byte> Bytes);
