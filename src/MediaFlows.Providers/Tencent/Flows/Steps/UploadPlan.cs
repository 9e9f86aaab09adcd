using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>One upload.</summary>
internal sealed record UploadPlan
{
    /// <summary>Members of ApplyUpload.</summary>
    public required JsonObject ApplyBody { get; init; }

    /// <summary>The media.</summary>
    public required UploadSource Media { get; init; }

    /// <summary>The cover, or null.</summary>
    public UploadSource? Cover { get; init; }

    /// <summary><c>m3u8</c> or <c>mpd</c> when the media is a playlist, which is uploaded with the files that it names; else null.</summary>
    public string? Manifest { get; init; }

    /// <summary>Sub-application, or null for the main one.</summary>
    public long? SubAppId { get; init; }

    /// <summary>Region of the calls, or null for the configured one.</summary>
    public string? Region { get; init; }

    /// <summary>Parts sent at a time.</summary>
    public int Parallel { get; init; } = PartPlan.DefaultParallel;

    /// <summary>Stages of the flow that uploads.</summary>
    public int StageCount { get; init; } = 3;
}
