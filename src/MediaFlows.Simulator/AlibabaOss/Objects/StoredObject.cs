namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>What is known of an object beside its bytes.</summary>
/// <param name="Bucket">Bucket.</param>
/// <param name="Key">Key.</param>
/// <param name="Path">File with the bytes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="ETag">ETag without quotes.</param>
/// <param name="Crc64">CRC-64/XZ.</param>
/// <param name="ContentType">Media type.</param>
/// <param name="Type"><c>Normal</c> or <c>Multipart</c>.</param>
/// <param name="LastModified">UTC time of the write.</param>
internal sealed record StoredObject(
    string Bucket, string Key, string Path, long Length, string ETag, ulong Crc64, string ContentType, string Type, DateTimeOffset LastModified)
{
    /// <summary>User metadata headers.</summary>
    public IReadOnlyDictionary<string, string> Meta { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
