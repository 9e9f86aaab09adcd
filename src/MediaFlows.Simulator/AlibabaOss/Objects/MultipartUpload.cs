using System.Collections.Concurrent;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>An upload in parts that is under way.</summary>
internal sealed record MultipartUpload(string Id, string Bucket, string Key, string ContentType)
{
    public ConcurrentDictionary<int, StoredObject> Parts { get; } = new();
}
