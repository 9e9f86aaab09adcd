namespace MediaFlows.Core.Media;

/// <summary>Output of <c>media.copy</c>.</summary>
/// <param name="Blob">Name in media storage; other flows take it as <c>{"blob": …}</c>.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex SHA-256.</param>
/// <param name="ContentType">Media type, or null.</param>
public sealed record CopyMediaOutput(string Blob, long Length, string Sha256, string? ContentType);
