using MediaFlows.Simulator.AlibabaOss.Imm;
using MediaFlows.Simulator.AlibabaOss.Objects;
using MediaFlows.Simulator.AlibabaOss.Wire;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.AlibabaOss;

/// <summary>
/// Alibaba OSS and IMM on one port: a request with <c>x-acs-action</c> is IMM's, every other one is OSS's, in path style or virtual-hosted style.
/// <c>docs/providers/alibaba-oss.md</c> lists the knobs.
/// </summary>
public sealed class OssCloud : ISimulatedCloud
{
    /// <inheritdoc/>
    public string Name => "oss";

    /// <inheritdoc/>
    public string OperationOf(HttpContext request) =>
        request.Request.Headers.TryGetValue("x-acs-action", out var action) ? action.ToString() : OssOperations.Of(OssRequest.Of(request));

    /// <inheritdoc/>
    public void Map(WebApplication app, CloudContext cloud)
    {
        var state = new OssState(cloud);
        var objects = new OssFront(state, cloud);
        var imm = new ImmFront(state, cloud);
        app.Map("/{**path}", (HttpContext http) =>
            http.Request.Headers.ContainsKey("x-acs-action") ? imm.HandleAsync(http) : objects.HandleAsync(http));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Environment(Uri baseUri) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = OssAccount.AccessKeyId,
        ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = OssAccount.AccessKeySecret,
        ["ALIBABA_CLOUD_OSS_BUCKET"] = OssAccount.Bucket,
        ["ALIBABA_CLOUD_OSS_REGION"] = OssAccount.Region,
        ["ALIBABA_CLOUD_OSS_ENDPOINT"] = baseUri.GetLeftPart(UriPartial.Authority),
        ["ALIBABA_CLOUD_IMM_ENDPOINT"] = baseUri.GetLeftPart(UriPartial.Authority),
    };
}
