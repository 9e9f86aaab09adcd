using System.ComponentModel;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.BytePlus.Flows;

/// <summary>Input of <c>byteplus.upload-file</c>.</summary>
public sealed record UploadFileInput
{
    /// <summary>The file: <c>blob</c> or <c>file</c>. A URL goes through <c>byteplus.upload-url</c>.</summary>
    [Description("The file to upload: a name in media storage or a path on the host. Its name needs an extension such as .mp4.")]
    public MediaSource? Source { get; init; }

    /// <summary>
    /// What the output names as <c>SourceUrl</c>; default the blob's or file's name. The command line gives the path that was typed,
    /// wherever the file went.
    /// </summary>
    [Description("What the output names as SourceUrl; the file's own name when absent.")]
    public string? SourceLabel { get; init; }

    /// <summary>Space; default <c>VOD_SPACE_NAME</c>.</summary>
    [Description("BytePlus VOD space; VOD_SPACE_NAME when absent.")]
    public string? Space { get; init; }

    /// <summary>Parts sent at a time, 1 to 16; default 4.</summary>
    [Description("Parts that are sent at a time, 1 to 16; 4 when absent.")]
    public int? Parallel { get; init; }

    /// <summary>Minutes that the play URL is signed for; default 60.</summary>
    [Description("Minutes that the play URL is signed for; VOD_URL_EXPIRE_MINUTES or 60 when absent.")]
    public int? UrlExpireMinutes { get; init; }

    /// <summary>Play domain that wins over every look-up; default <c>VOD_PLAY_DOMAIN</c>.</summary>
    [Description("Play domain that wins over every look-up; VOD_PLAY_DOMAIN when absent.")]
    public string? PlayDomain { get; init; }

    /// <summary>What was found when the input was prepared; overwritten then.</summary>
    [Description("Filled in when the flow is prepared.")]
    public UploadSourceFacts? Facts { get; init; }
}
