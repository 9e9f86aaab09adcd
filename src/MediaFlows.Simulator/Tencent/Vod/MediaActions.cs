using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Tasks;

namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>DescribeMediaInfos, SearchMedia, SearchMediaBySemantics.</summary>
internal static class MediaActions
{
    private static readonly string[] Members =
    [
        "BasicInfo", "MetaData", "TranscodeInfo", "AnimatedGraphicsInfo", "ImageSpriteInfo", "SnapshotByTimeOffsetInfo", "SampleSnapshotInfo", "KeyFrameDescInfo",
        "AdaptiveDynamicStreamingInfo", "MiniProgramReviewInfo", "SubtitleInfo", "ReviewInfo", "MPSAiMediaInfo", "ImageUnderstandingInfo",
    ];

    public static JsonObject Describe(VodRequest request)
    {
        var ids = request.List("FileIds");
        if (ids.Count == 0) throw new VodException("InvalidParameterValue.FileIdsEmpty", "FileIds is empty.");
        if (ids.Count > 20) throw new VodException("InvalidParameterValue.FileIds", "At most 20 FileIds.");
        var known = ids.Where(i => request.State.Media.TryGetValue(i, out var m) && m.SubAppId == request.SubAppId).ToList();
        return new JsonObject
        {
            ["MediaInfoSet"] = new JsonArray([.. known.Select(i => Info(request.State.Media[i], request.List("Filters")))]),
            ["NotExistFileIdSet"] = new JsonArray([.. ids.Except(known).Select(i => JsonValue.Create(i))]),
        };
    }

    public static JsonObject Search(VodRequest request)
    {
        var offset = (int)(request.Number("Offset") ?? 0);
        var limit = (int)(request.Number("Limit") ?? 10);
        if (offset + limit > 5000) throw new VodException("InvalidParameterValue.Offset", "Offset and Limit together exceed 5000.");
        var found = request.State.Media.Values.Where(m => m.SubAppId == request.SubAppId && Matches(request, m)).OrderBy(m => m.CreatedAt).ThenBy(m => m.FileId, StringComparer.Ordinal).ToList();
        if (request.Body["Sort"] is JsonObject sort && VodRequest.TextOf(sort, "Order") == "Desc") found.Reverse();
        return new JsonObject
        {
            ["TotalCount"] = found.Count,
            ["MediaInfoSet"] = new JsonArray([.. found.Skip(offset).Take(limit).Select(m => Info(m, request.List("Filters")))]),
        };
    }

    public static JsonObject SearchBySemantics(VodRequest request)
    {
        var limit = (int)(request.Number("Limit") ?? 20);
        if (limit is < 1 or > 100) throw new VodException("InvalidParameterValue", "Limit is 1 to 100.");
        var hits = request.State.Media.Values.Where(m => request.State.Knowledge.Contains(m.FileId) && m.SubAppId == request.SubAppId).Take(limit).Select((m, i) => new JsonObject
        {
            ["FileId"] = m.FileId,
            ["Title"] = m.Name,
            ["Score"] = Math.Round(0.9 / (i + 1), 5),
            ["StartTimeOffset"] = 1.5,
            ["EndTimeOffset"] = 4.25,
        });
        return new JsonObject { ["SearchResults"] = new JsonArray([.. hits]) };
    }

    private static bool Matches(VodRequest request, SimMedia media) =>
        Any(request.List("FileIds"), i => i == media.FileId)
        && Any(request.List("Names"), n => media.Name.Contains(n, StringComparison.OrdinalIgnoreCase))
        && Any(request.List("NamePrefixes"), n => media.Name.StartsWith(n, StringComparison.OrdinalIgnoreCase))
        && Any(request.List("Tags"), media.Tags.Contains)
        && Any(request.List("Categories"), c => c == media.Category)
        && Any(request.List("MediaTypes"), t => t == media.Type)
        && Any(request.List("SourceTypes"), t => t == media.SourceType)
        && Any(request.List("ClassIds"), c => c == media.ClassId.ToString())
        && Any(request.List("StorageClasses"), c => c == "STANDARD");

    private static bool Any(IReadOnlyList<string> wanted, Func<string, bool> test) => wanted.Count == 0 || wanted.Any(test);

    private static JsonObject Info(SimMedia media, IReadOnlyList<string> filters)
    {
        var info = new JsonObject { ["FileId"] = media.FileId };
        foreach (var member in Members)
        {
            var wanted = filters.Count == 0 || filters.Contains(char.ToLowerInvariant(member[0]) + member[1..]) || (member == "MPSAiMediaInfo" && filters.Contains("mpsAiMediaInfo"));
            info[member] = !wanted ? null : member switch { "BasicInfo" => Basic(media), "MetaData" => MediaFacts.MetaData(media.Size), _ => null };
        }

        return info;
    }

    private static JsonObject Basic(SimMedia media) => new()
    {
        ["Name"] = media.Name,
        ["Description"] = "",
        ["CreateTime"] = TaskTimes.Iso(media.CreatedAt),
        ["UpdateTime"] = TaskTimes.Iso(media.CreatedAt),
        ["ExpireTime"] = "9999-12-31T23:59:59Z",
        ["ClassId"] = media.ClassId,
        ["ClassName"] = "other",
        ["ClassPath"] = "other",
        ["CoverUrl"] = media.CoverUrl,
        ["Type"] = media.Type,
        ["MediaUrl"] = media.Url,
        ["SourceInfo"] = new JsonObject { ["SourceType"] = media.SourceType, ["SourceContext"] = "" },
        ["StorageRegion"] = SimulatedAccount.Region,
        ["StoragePath"] = media.StoragePath,
        ["TagSet"] = new JsonArray([.. media.Tags.Select(t => JsonValue.Create(t))]),
        ["Vid"] = media.FileId,
        ["Category"] = media.Category,
        ["Status"] = "Normal",
        ["StorageClass"] = "STANDARD",
    };
}
