using System.Text.Json.Nodes;
using MediaFlows.Simulator.BytePlus.Objects;
using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary><c>ListDomain</c>, <c>DescribeDomainConfig</c> and <c>GetStorageConfig</c>.</summary>
internal sealed class DomainActions(BytePlusAccount account)
{
    private string Authority => account.Cloud.BaseUri.Authority;

    /// <summary>Domains page by page; those without service come first when there are any.</summary>
    public JsonNode? List(VolcengineRequest request)
    {
        var space = RequestFields.Space(request.Query("SpaceName"));
        var offset = int.TryParse(request.Query("Offset"), out var o) ? o : 0;
        var limit = int.TryParse(request.Query("Limit"), out var l) ? l : 10;
        List<JsonObject> all = [.. Enumerable.Range(1, account.Knobs.ExtraDomains).Select(i => Domain($"idle{i}.example.com", "disable")), Domain(Authority, account.Knobs.CdnStatus)];
        var page = all.Skip(offset).Take(limit).ToArray<JsonNode>();
        return new JsonObject
        {
            ["SpaceName"] = space,
            ["DefaultPlayDomain"] = Authority,
            ["Total"] = all.Count,
            ["Offset"] = offset + page.Length,
            ["PlayInstanceInfo"] = new JsonObject { ["ByteInstances"] = new JsonArray(new JsonObject { ["Domains"] = new JsonArray(page) }) },
        };
    }

    public JsonNode? Describe(VolcengineRequest request)
    {
        RequestFields.Space(request.Query("SpaceName"));
        if (request.Required("Domain") != Authority) throw ActionFailure.NotFound("The domain does not exist.");
        var auth = new JsonObject { ["Switch"] = account.Knobs.PlayAuth != "none" };
        if (account.Knobs.PlayAuth != "none")
        {
            var action = new JsonObject { ["URLAuthType"] = account.Knobs.PlayAuth, ["MasterSecretKey"] = TypeASignature.PlayKey, ["BackupSecretKey"] = "simulatedbackup01" };
            auth["SignedUrlAuthRules"] = new JsonArray(new JsonObject { ["SignedUrlAuthAction"] = action });
        }

        return new JsonObject
        {
            ["Domain"] = new JsonObject { ["Domain"] = Authority, ["ConfigStatus"] = "online" },
            ["Config"] = new JsonObject
            {
                ["SignedUrlAuthControl"] = new JsonObject { ["SignedUrlAuth"] = auth },
                ["ExpireControl"] = new JsonObject { ["Expire"] = account.Knobs.PlayValidity.TotalSeconds, ["Status"] = "enable" },
            },
        };
    }

    public JsonNode? Storage(VolcengineRequest request)
    {
        RequestFields.Space(request.Query("SpaceName"));
        return new JsonObject
        {
            ["StorageType"] = "volc",
            ["StorageHost"] = Authority,
            ["StorageUrlAuthConfig"] = new JsonObject
            {
                ["Type"] = "cdn_typea",
                ["Status"] = account.Knobs.StorageAuth ? "enable" : "disable",
                ["TypeAConfig"] = new JsonObject { ["MasterKey"] = TypeASignature.StorageKey, ["BackupKey"] = "", ["ExpireTime"] = 3600, ["SignatureArgs"] = "auth_key" },
            },
        };
    }

    private static JsonObject Domain(string name, string cdnStatus) => new()
    {
        ["Domain"] = name,
        ["Cname"] = name,
        ["ConfigStatus"] = "online",
        ["CnameStatus"] = "online",
        ["Status"] = "enable",
        ["CdnStatus"] = cdnStatus,
        ["LockStatus"] = "unlock",
        ["Region"] = "ap-singapore-1",
        ["Certificate"] = new JsonObject { ["HttpsStatus"] = "disable", ["ExpiredAt"] = "" },
        ["Sources"] = new JsonArray(),
    };
}
