namespace MediaFlows.Core.Storage;

/// <summary>Bytes of a blob and the version they belong to.</summary>
/// <param name="Bytes">The bytes read.</param>
/// <param name="ETag">Version of the blob.</param>
/// <param name="TotalLength">Length of the whole blob in bytes.</param>
public sealed record BlobContent(ReadOnlyMemory<byte> Bytes, string ETag, long TotalLength);
