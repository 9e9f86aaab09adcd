using MediaFlows.Simulator.BytePlus.Actions;
using MediaFlows.Simulator.BytePlus.Objects;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.BytePlus;

/// <summary>
/// BytePlus VOD on one port: the OpenAPI at <c>/</c>, the upload gateway (<c>PUT</c> and part listings) and the play and storage domains
/// (<c>GET</c>) at every other path. <c>docs/providers/byteplus.md</c> lists the knobs.
/// </summary>
public sealed class BytePlusCloud : ISimulatedCloud
{
    /// <summary>Region of the simulated account.</summary>
    public const string Region = "ap-southeast-1";

    private const string Service = "vod";
    private static readonly VolcengineAccount Account = new("AKLTSIMULATEDBYTEPLUS0001", "simulated-byteplus-secret-key-0001");

    /// <inheritdoc/>
    public string Name => "byteplus";

    /// <inheritdoc/>
    public string OperationOf(HttpContext request)
    {
        var http = request.Request;
        if (http.Path == "/") return http.Query["Action"].ToString();
        if (http.Method == "PUT") return UploadGateway.OperationOf(http.Query);
        return http.Query.ContainsKey("uploadID") ? "GET parts" : http.Query.ContainsKey("preview") ? "GET storage" : "GET play";
    }

    /// <inheritdoc/>
    public void Map(WebApplication app, CloudContext cloud)
    {
        var account = new BytePlusAccount(cloud);
        var envelope = new VolcengineEnvelope(Service, Region, cloud.Time);
        var gate = new VolcengineGate(new VolcengineVerifier([Account], Service, cloud.Time), envelope, cloud.Time);
        var actions = new ActionTable(account, envelope);
        var uploads = new UploadGateway(account);
        var plays = new PlayDomain(account);

        app.MapGet("/_sim/sample.mp4", () => Results.Stream(SampleVideo.Open(), "video/mp4", SampleVideo.FileName, enableRangeProcessing: true));
        app.MapMethods("/", ["GET", "POST"], (HttpRequest request) => gate.HandleAsync(request, actions.RunAsync));
        app.MapPut("/{**oid}", uploads.PutAsync);
        app.MapMethods("/{**path}", ["GET", "HEAD"], (HttpRequest request) =>
            request.Query.ContainsKey("uploadID") ? uploads.ListPartsAsync(request) : plays.ServeAsync(request));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Environment(Uri baseUri) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BYTEPLUS_ACCESSKEY"] = Account.AccessKey,
        ["BYTEPLUS_SECRETKEY"] = Account.SecretKey,
        ["VOD_SPACE_NAME"] = "demo_space",
        ["VOD_HOST"] = baseUri.Authority,
        ["VOD_SCHEME"] = baseUri.Scheme,
        ["VOD_REGION"] = Region,
    };
}
