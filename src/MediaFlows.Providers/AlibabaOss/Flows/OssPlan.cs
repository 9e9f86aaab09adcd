using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Redaction;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>The provider requests of a dry run, in order. Nothing is signed and no connection is opened.</summary>
internal sealed class OssPlan(OssPlace place)
{
    private readonly List<PlannedRequest> _requests = [];

    public IReadOnlyList<PlannedRequest> Requests => _requests;

    public void Preflight(ImmNeed imm, string? source = null)
    {
        Oss(OssStages.Preflight, "GET", null, "bucketInfo");
        if (imm != ImmNeed.None) Imm(OssStages.Preflight, "GetOSSBucketAttachment", "OSSBucket=" + Uri.EscapeDataString(place.Bucket));
        if (source is not null) Oss(OssStages.Preflight, "HEAD", source, null, note: "the source must be there and readable");
    }

    public void Upload(string stage, string key) =>
        Oss(stage, "PUT", key, null, note: $"in one request up to {Uploading.SimpleLimit} bytes, else in parts of {Uploading.PartSize} bytes", body: "<bytes of the source>");

    public void Oss(string stage, string method, string? key, string? parameter, string? value = null, string? note = null, string? body = null, bool charged = false)
    {
        IReadOnlyList<KeyValuePair<string, string?>> query = parameter is null ? [] : [new(parameter, value)];
        var url = OssAddress.Of(place, key, query).AbsoluteUri.Replace("%7B", "{", StringComparison.Ordinal).Replace("%7D", "}", StringComparison.Ordinal);
        _requests.Add(new PlannedRequest(stage, method, SignedUrls.Redact(url))
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Authorization"] = "***" },
            Body = body is null ? null : JsonValue.Create(body),
            Charged = charged,
            Note = note,
        });
    }

    public void Imm(string stage, string action, string query, string? note = null, bool charged = false) =>
        _requests.Add(new PlannedRequest(stage, "POST", new Uri(OssAddress.Imm(place), "/") + "?" + query)
        {
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["x-acs-action"] = action, ["x-acs-version"] = "2020-09-30", ["Authorization"] = "***" },
            Charged = charged,
            Note = note,
        });
}
