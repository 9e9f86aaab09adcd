using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>The OpenAPI calls as they go out, made by pure functions so that a dry run shows exactly what a run sends.</summary>
public static class VodCalls
{
    private const string Vod2023 = "2023-01-01";
    private const string Vod2025 = "2025-07-01";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// <c>ApplyUploadInfo</c> (2023-01-01). <paramref name="sessionKey"/> is the one of an earlier address, when it is asked for anew.
    /// </summary>
    public static VolcengineCall ApplyUploadInfo(string space, string fileName, string extension, long size, string? sessionKey) => new("ApplyUploadInfo", Vod2023)
    {
        Query =
        [
            new("SpaceName", space), new("FileType", "media"), new("FileName", fileName), new("FileExtension", extension),
            new("FileSize", size.ToString()), new("StorageClass", "1"), new("NeedFallback", "True"),
            .. sessionKey is null ? (KeyValuePair<string, string>[])[] : [new("SessionKey", sessionKey)],
        ],
    };

    /// <summary><c>CommitUploadInfo</c> (2023-01-01); the same session gives the same media, so it may be repeated.</summary>
    public static VolcengineCall CommitUploadInfo(string space, string sessionKey) => new("CommitUploadInfo", Vod2023)
    {
        Query = [new("SpaceName", space), new("SessionKey", sessionKey)],
    };

    /// <summary><c>UploadMediaByUrl</c> (2023-01-01). Every call makes a new job and asset.</summary>
    public static VolcengineCall UploadMediaByUrl(string space, string sourceUrl, string fileName, string extension) => new("UploadMediaByUrl", Vod2023)
    {
        Body = Bytes(new JsonObject
        {
            ["SpaceName"] = space,
            ["URLSets"] = new JsonArray(new JsonObject { ["SourceUrl"] = sourceUrl, ["FileName"] = fileName, ["FileExtension"] = extension }),
        }),
        SafeToRepeat = false,
    };

    /// <summary><c>QueryUploadTaskInfo</c> (2023-01-01) for at most 20 comma-joined job ids.</summary>
    public static VolcengineCall QueryUploadTaskInfo(string jobIds) =>
        new("QueryUploadTaskInfo", Vod2023) { Query = [new("JobIds", jobIds)] };

    /// <summary>
    /// <c>StartExecution</c> (2025-07-01) of an enhancement. Deduplicated by <paramref name="clientToken"/> while the first run is
    /// unfinished.
    /// </summary>
    public static VolcengineCall StartExecution(EnhanceRequest request, string clientToken) => new("StartExecution", Vod2025)
    {
        Body = Bytes(EnhanceBody.Of(request, clientToken)),
        SafeToRepeat = false,
    };

    /// <summary><c>GetExecution</c> (2025-07-01); answers for the last 30 days.</summary>
    public static VolcengineCall GetExecution(string runId) => new("GetExecution", Vod2025) { Query = [new("RunId", runId)] };

    /// <summary><c>ListDomain</c> (2023-01-01), play domains from <paramref name="offset"/>.</summary>
    public static VolcengineCall ListDomain(string space, int offset, int limit) => new("ListDomain", Vod2023)
    {
        Query = [new("SpaceName", space), new("DomainType", "play"), new("SourceStationType", "1"), new("Offset", offset.ToString()), new("Limit", limit.ToString())],
    };

    /// <summary><c>DescribeDomainConfig</c> (2023-01-01 on BytePlus).</summary>
    public static VolcengineCall DescribeDomainConfig(string space, string domain) => new("DescribeDomainConfig", Vod2023)
    {
        Query = [new("SpaceName", space), new("Domain", domain), new("DomainType", "play")],
    };

    /// <summary><c>GetStorageConfig</c> (2023-01-01 on BytePlus).</summary>
    public static VolcengineCall GetStorageConfig(string space) => new("GetStorageConfig", Vod2023) { Query = [new("SpaceName", space)] };

    /// <summary><c>GetPlayInfo</c> (2023-01-01).</summary>
    public static VolcengineCall GetPlayInfo(string vid) => new("GetPlayInfo", Vod2023) { Query = [new("Vid", vid), new("Ssl", "1")] };

    private static byte[] Bytes(JsonObject body) => JsonSerializer.SerializeToUtf8Bytes(body, Json);
}
