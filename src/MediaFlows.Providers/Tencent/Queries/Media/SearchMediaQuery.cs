using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Queries.Media;

/// <summary>Searches the library (SearchMedia).</summary>
public sealed class SearchMediaQuery(QueryServices services) : VodQuery<SearchMediaInput>(services)
{
    private const int MostHits = 5000;

    /// <inheritdoc/>
    public override string Name => "tencent.search-media";

    /// <inheritdoc/>
    public override string Description => "Searches the Tencent Cloud VOD library by names, tags, categories and ids.";

    /// <inheritdoc/>
    protected override string Action => "SearchMedia";

    /// <inheritdoc/>
    protected override JsonObject Build(SearchMediaInput input, InputChecks checks)
    {
        Limit("fileIds", input.FileIds, 10, 40, checks);
        Limit("names", input.Names, 10, 100, checks);
        Limit("namePrefixes", input.NamePrefixes, 10, 100, checks);
        Limit("descriptions", input.Descriptions, 10, 100, checks);
        Limit("tags", input.Tags, 16, 32, checks);
        Limit("mediaTypes", input.MediaTypes, 10, 100, checks);
        Limit("sourceTypes", input.SourceTypes, 10, 100, checks);
        Limit("storageRegions", input.StorageRegions, 20, 100, checks);
        Limit("streamIds", input.StreamIds, 10, 64, checks);
        Limit("trtcRoomIds", input.TrtcRoomIds, 10, 64, checks);
        checks.RefuseIf(input.ClassIds?.Count > 10, "classIds", "At most 10 values of classIds are taken.");
        checks.RefuseIf(input.TrtcSdkAppIds?.Count > 10, "trtcSdkAppIds", "At most 10 values of trtcSdkAppIds are taken.");
        foreach (var (field, time) in ((string, string?)[])[("createAfter", input.CreateAfter), ("createBefore", input.CreateBefore), ("expireAfter", input.ExpireAfter), ("expireBefore", input.ExpireBefore)])
            checks.Time(field, time);
        checks.RefuseIf((input.Offset ?? 0) + (input.Limit ?? 10) > MostHits, "offset", $"Only the first {MostHits} hits can be read.");
        checks.RefuseIf(input.Offset < 0 || input.Limit < 1, "limit", "offset is 0 or more, limit 1 or more.");
        var conditions = VodJson.Object(
            ("FileIds", VodJson.Array(input.FileIds)),
            ("Names", VodJson.Array(input.Names)),
            ("NamePrefixes", VodJson.Array(input.NamePrefixes)),
            ("Descriptions", VodJson.Array(input.Descriptions)),
            ("ClassIds", VodJson.Array(input.ClassIds)),
            ("Tags", VodJson.Array(input.Tags)),
            ("Categories", Words(TencentWords.Category, "categories", input.Categories, checks)),
            ("SourceTypes", VodJson.Array(input.SourceTypes)),
            ("MediaTypes", VodJson.Array(input.MediaTypes)),
            ("StorageClasses", Words(TencentWords.StorageClass, "storageClasses", input.StorageClasses, checks)),
            ("StorageRegions", VodJson.Array(input.StorageRegions)),
            ("Status", Words(TencentWords.MediaStatus, "status", input.Status, checks)),
            ("ReviewResults", Words(TencentWords.ReviewResult, "reviewResults", input.ReviewResults, checks)),
            ("StreamIds", VodJson.Array(input.StreamIds)),
            ("StreamDomains", VodJson.Array(input.StreamDomains)),
            ("StreamPaths", VodJson.Array(input.StreamPaths)),
            ("TrtcSdkAppIds", VodJson.Array(input.TrtcSdkAppIds)),
            ("TrtcRoomIds", VodJson.Array(input.TrtcRoomIds)),
            ("ExpireTime", VodJson.Object(("After", input.ExpireAfter), ("Before", input.ExpireBefore))),
            ("CreateTime", VodJson.Object(("After", input.CreateAfter), ("Before", input.CreateBefore))));
        checks.RefuseIf(conditions.Count == 0, "names", "Give at least one condition: names, ids, tags, categories …");
        conditions["Sort"] = new JsonObject { ["Field"] = "CreateTime", ["Order"] = checks.Word(TencentWords.SortOrder, "sortOrder", input.SortOrder) ?? "Desc" };
        conditions["Offset"] = input.Offset ?? 0;
        conditions["Limit"] = input.Limit ?? 10;
        if (Words(TencentWords.MediaFilter, "filters", input.Filters, checks) is { } filters) conditions["Filters"] = filters;
        return conditions;
    }

    private static JsonArray? Words(WireWord word, string field, IReadOnlyList<string>? values, InputChecks checks) =>
        VodJson.Array(values?.Select(v => checks.Word(word, field, v)).OfType<string>());

    private static void Limit(string field, IReadOnlyList<string>? values, int most, int longest, InputChecks checks)
    {
        checks.RefuseIf(values?.Count > most, field, $"At most {most} values of {field} are taken.");
        foreach (var value in values ?? []) checks.Length(field, value, longest);
    }
}
