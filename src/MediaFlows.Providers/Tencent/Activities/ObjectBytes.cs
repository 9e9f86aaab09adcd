using MediaFlows.Core.Media;
using MediaFlows.Providers.Tencent.Api.Cos;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Bytes of a source that go to one object, or to one part of it.</summary>
/// <param name="Target">The object.</param>
/// <param name="Source">Where the bytes come from.</param>
/// <param name="Offset">First byte.</param>
/// <param name="Length">Number of bytes.</param>
public sealed record ObjectBytes(CosTarget Target, MediaSource Source, long Offset, long Length)
{
    /// <summary>Version that the source must still have.</summary>
    public string? Version { get; init; }

    /// <summary>Multipart upload, or null for a whole object.</summary>
    public string? UploadId { get; init; }

    /// <summary>Part number from 1; 0 for a whole object.</summary>
    public int Number { get; init; }
}
