namespace MediaFlows.Core.Media;

/// <summary>One entry of media storage.</summary>
/// <param name="Name">Name as flows take it (<c>{"blob": …}</c>).</param>
/// <param name="Length">Bytes.</param>
/// <param name="ContentType">Media type, or null.</param>
/// <param name="Sha256">Lower-case hex SHA-256 taken while it was written, or null for one that something else wrote.</param>
/// <param name="LastModified">UTC time it was written.</param>
public sealed record MediaItem(string Name, long Length, string? ContentType, string? Sha256, DateTimeOffset LastModified);
