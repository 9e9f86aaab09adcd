using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Media;

/// <summary>Input of <c>tencent.search-media</c>. Values of one member are alternatives, different members must all hold.</summary>
public sealed record SearchMediaInput : TencentInput
{
    /// <summary>Ids, at most 10.</summary>
    [Description("Ids, at most 10.")]
    public IReadOnlyList<string>? FileIds { get; init; }

    /// <summary>Parts of names, at most 10; results are ranked by relevance.</summary>
    [Description("Parts of names, at most 10.")]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Beginnings of names, at most 10.</summary>
    [Description("Beginnings of names, at most 10.")]
    public IReadOnlyList<string>? NamePrefixes { get; init; }

    /// <summary>Parts of descriptions, at most 10.</summary>
    [Description("Parts of descriptions, at most 10.")]
    public IReadOnlyList<string>? Descriptions { get; init; }

    /// <summary>Classes with their descendants, at most 10.</summary>
    [Description("Classes with their descendants, at most 10.")]
    public IReadOnlyList<long>? ClassIds { get; init; }

    /// <summary>Tags, at most 16.</summary>
    [Description("Tags, at most 16.")]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Video, Audio, Image.</summary>
    [Description("Video, Audio or Image.")]
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Where media came from.</summary>
    [Description("Where media came from: Upload, Record, VideoProcessing …")]
    public IReadOnlyList<string>? SourceTypes { get; init; }

    /// <summary>Containers such as mp4, at most 10.</summary>
    [Description("Containers such as mp4, at most 10.")]
    public IReadOnlyList<string>? MediaTypes { get; init; }

    /// <summary>Storage classes.</summary>
    [Description("STANDARD, STANDARD_IA, ARCHIVE or DEEP_ARCHIVE.")]
    public IReadOnlyList<string>? StorageClasses { get; init; }

    /// <summary>Storage regions, at most 20.</summary>
    [Description("Storage regions, at most 20.")]
    public IReadOnlyList<string>? StorageRegions { get; init; }

    /// <summary>Normal, SystemForbidden, Forbidden.</summary>
    [Description("Normal, SystemForbidden or Forbidden.")]
    public IReadOnlyList<string>? Status { get; init; }

    /// <summary>Results of the content review.</summary>
    [Description("pass, review, block or notModerated.")]
    public IReadOnlyList<string>? ReviewResults { get; init; }

    /// <summary>Ids of live streams, at most 10.</summary>
    [Description("Ids of live streams, at most 10.")]
    public IReadOnlyList<string>? StreamIds { get; init; }

    /// <summary>Domains of live streams (recordings only).</summary>
    [Description("Domains of live streams (recordings only).")]
    public IReadOnlyList<string>? StreamDomains { get; init; }

    /// <summary>Paths of live streams (recordings only).</summary>
    [Description("Paths of live streams (recordings only).")]
    public IReadOnlyList<string>? StreamPaths { get; init; }

    /// <summary>Applications of real-time calls, at most 10.</summary>
    [Description("Applications of real-time calls, at most 10.")]
    public IReadOnlyList<long>? TrtcSdkAppIds { get; init; }

    /// <summary>Rooms of real-time calls, at most 10.</summary>
    [Description("Rooms of real-time calls, at most 10.")]
    public IReadOnlyList<string>? TrtcRoomIds { get; init; }

    /// <summary>Created after, ISO 8601, inclusive.</summary>
    [Description("Created after, ISO 8601.")]
    public string? CreateAfter { get; init; }

    /// <summary>Created before, ISO 8601, inclusive.</summary>
    [Description("Created before, ISO 8601.")]
    public string? CreateBefore { get; init; }

    /// <summary>Deleted after, ISO 8601, inclusive.</summary>
    [Description("Deleted after, ISO 8601.")]
    public string? ExpireAfter { get; init; }

    /// <summary>Deleted before, ISO 8601, inclusive.</summary>
    [Description("Deleted before, ISO 8601.")]
    public string? ExpireBefore { get; init; }

    /// <summary>Order by creation; Desc when absent.</summary>
    [Description("Desc or Asc, by creation; Desc when absent.")]
    public string? SortOrder { get; init; }

    /// <summary>First hit, from 0.</summary>
    [Description("First hit, from 0.")]
    public int? Offset { get; init; }

    /// <summary>Number of hits; 10 when absent.</summary>
    [Description("Number of hits; 10 when absent.")]
    public int? Limit { get; init; }

    /// <summary>Parts of the descriptions; all when absent.</summary>
    [Description("Parts of the descriptions; all when absent.")]
    public IReadOnlyList<string>? Filters { get; init; }
}
