namespace MediaFlows.Core.Media;

/// <summary>What was written.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the bytes.</param>
/// <param name="ContentType">Media type, or null.</param>
public sealed record MediaWritten(long Length, string Sha256, string? ContentType);
