namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What was read and written.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="RequestId">Request id.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the bytes.</param>
public sealed record Fetched(long Size, string? RequestId, string Sha256);
