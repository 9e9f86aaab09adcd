namespace MediaFlows.Core.Storage;

/// <summary>When a write is carried out.</summary>
/// <param name="IfMatch">Only if the blob has this ETag.</param>
/// <param name="IfAbsent">Only if the blob does not exist (<c>If-None-Match: *</c>).</param>
public readonly record struct BlobCondition(string? IfMatch, bool IfAbsent)
{
    /// <summary>Always.</summary>
    public static BlobCondition None => default;

    /// <summary>Only if the blob does not exist.</summary>
    public static BlobCondition Absent => new(null, IfAbsent: true);

    /// <summary>Only if the blob still is what was read.</summary>
    public static BlobCondition Match(string etag) => new(etag, IfAbsent: false);
}
