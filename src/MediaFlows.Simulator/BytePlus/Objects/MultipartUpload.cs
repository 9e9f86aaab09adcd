using System.Collections.Concurrent;

namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>An upload in parts that was begun and is not merged yet.</summary>
internal sealed record MultipartUpload(string UploadId, string Oid)
{
    /// <summary>Parts by number. A part sent again replaces the earlier one.</summary>
    public ConcurrentDictionary<int, ObjectPart> Parts { get; } = new();
}
