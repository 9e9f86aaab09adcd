using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>What CommitUpload gave.</summary>
/// <param name="FileId">Id of the new media.</param>
public sealed record CommittedUpload(string FileId)
{
    /// <summary>Address of the media.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? MediaUrl { get; init; }

    /// <summary>Address of the cover, or null.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    public string? CoverUrl { get; init; }
}
