using MediaFlows.Core.Media;

namespace MediaFlows.Api.Media;

/// <summary>What was stored.</summary>
/// <param name="Name">Name in media storage.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex SHA-256 of the bytes.</param>
/// <param name="ContentType">Media type as sent.</param>
/// <param name="Source">What a flow's input takes to refer to it.</param>
public sealed record MediaDocument(string Name, long Length, string Sha256, string? ContentType, MediaSource Source);
