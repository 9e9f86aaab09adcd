using System.ComponentModel;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>Input of <c>byteplus.upload-url</c>.</summary>
public sealed record UploadUrlInput
{
    /// <summary>http or https link that BytePlus can reach.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    [Description("An http or https link that BytePlus can open; its path needs an extension such as .mp4.")]
    public string? Url { get; init; }

    /// <summary>Space; default <c>VOD_SPACE_NAME</c>.</summary>
    [Description("BytePlus VOD space; VOD_SPACE_NAME when absent.")]
    public string? Space { get; init; }

    /// <summary>Seconds between polls; default 5.</summary>
    [Description("Seconds between polls; VOD_POLL_INTERVAL or 5 when absent.")]
    public double? PollInterval { get; init; }

    /// <summary>Most polls; default 360.</summary>
    [Description("Most polls; VOD_POLL_MAX or 360 when absent.")]
    public int? PollMax { get; init; }

    /// <summary>Minutes that the play URL is signed for; default 60.</summary>
    [Description("Minutes that the play URL is signed for; VOD_URL_EXPIRE_MINUTES or 60 when absent.")]
    public int? UrlExpireMinutes { get; init; }

    /// <summary>Play domain that wins over every look-up; default <c>VOD_PLAY_DOMAIN</c>.</summary>
    [Description("Play domain that wins over every look-up; VOD_PLAY_DOMAIN when absent.")]
    public string? PlayDomain { get; init; }

    /// <summary>What happens when nobody knows whether the pull was accepted.</summary>
    [Description("What happens when it is unknown whether the pull was accepted: ask, or resubmit and perhaps get a second asset.")]
    public AmbiguousSubmit OnAmbiguousSubmit { get; init; }
}
