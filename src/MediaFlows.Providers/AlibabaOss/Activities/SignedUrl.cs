using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>A signed URL; whole for the flow's owner alone.</summary>
public sealed record SignedUrl
{
    /// <summary>The URL.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string Url { get; init; }
}
