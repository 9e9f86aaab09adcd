using System.ComponentModel;
using System.Text.Json.Serialization;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>Input of <c>byteplus.enhance</c>, with the document's parameter names.</summary>
public sealed record EnhanceInput
{
    /// <summary>
    /// <c>Vid</c> or <c>DirectUrl</c>; may be left out when <see cref="Video"/> starts with <c>vid://</c> or <c>directurl://</c>.
    /// </summary>
    [Description("Vid for an asset id, DirectUrl for a path in the space.")]
    public string? Type { get; init; }

    /// <summary>Vid or path.</summary>
    [Description("The asset id or the path; a vid:// or directurl:// prefix is taken off.")]
    public string? Video { get; init; }

    /// <summary>Kind of video; asked for when missing.</summary>
    [Description("common, ugc, short_series, aigc or old_film.")]
    public string? Config { get; init; }

    /// <summary>1 Standard, 2 Pro; asked for when missing.</summary>
    [JsonPropertyName("repair_style")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    [Description("1 Standard, 2 Pro (allowlisted accounts only).")]
    public int? RepairStyle { get; init; }

    /// <summary>Target resolution; absent keeps the source's.</summary>
    [Description("240p, 360p, 480p, 540p, 720p, 1080p, 2k or 4k; the source's resolution when absent.")]
    public string? Res { get; init; }

    /// <summary>Space; default <c>VOD_SPACE_NAME</c>.</summary>
    [Description("BytePlus VOD space; VOD_SPACE_NAME when absent.")]
    public string? Space { get; init; }

    /// <summary>Seconds between polls; default 5.</summary>
    [Description("Seconds between polls; VOD_POLL_INTERVAL or 5 when absent.")]
    public double? PollInterval { get; init; }

    /// <summary>Most polls; default 360.</summary>
    [Description("Most polls; VOD_POLL_MAX or 360 when absent.")]
    public int? PollMax { get; init; }

    /// <summary>Minutes that result URLs are signed for; default 60.</summary>
    [Description("Minutes that result URLs are signed for; VOD_URL_EXPIRE_MINUTES or 60 when absent.")]
    public int? UrlExpireMinutes { get; init; }

    /// <summary>Play domain that wins over every look-up; default <c>VOD_PLAY_DOMAIN</c>.</summary>
    [Description("Play domain that wins over every look-up; VOD_PLAY_DOMAIN when absent.")]
    public string? PlayDomain { get; init; }

    /// <summary>What happens when nobody knows whether the paid submit was accepted.</summary>
    [Description("What happens when it is unknown whether the paid job was accepted: ask, or resubmit and perhaps pay twice.")]
    public AmbiguousSubmit OnAmbiguousSubmit { get; init; }
}
