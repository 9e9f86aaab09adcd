using System.ComponentModel;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Media;

/// <summary>Where a flow takes a file from. Exactly one member is set.</summary>
public sealed record MediaSource
{
    /// <summary>An http or https URL, fetched through the guarded client.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    [Description("An http or https URL.")]
    public string? Url { get; init; }

    /// <summary>A name in media storage (<c>PUT /api/media/{name}</c>).</summary>
    [Description("A name in media storage.")]
    public string? Blob { get; init; }

    /// <summary>A path on the embedded host, under its allowed root.</summary>
    [Description("A path on the host, under its allowed root.")]
    public string? File { get; init; }

    /// <summary>The source as people may read it: URL redacted.</summary>
    public override string ToString() => Url is not null ? Redaction.SignedUrls.Redact(Url) : Blob is not null ? "blob:" + Blob : File ?? "(nothing)";
}
