using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.Jimeng;

/// <summary>
/// Jimeng video generation on one port: the signed OpenAPI at <c>/</c> and the results below <c>/videos</c>.
/// <c>docs/providers/jimeng.md</c> lists the knobs.
/// </summary>
public sealed class JimengCloud : ISimulatedCloud
{
    /// <summary>Region of the credential scope.</summary>
    public const string Region = "cn-north-1";

    private const string Service = "cv";
    private static readonly VolcengineAccount Account = new("AKLTSIMULATEDJIMENG0001", "simulated-jimeng-secret-key-0001==");
    private static readonly VolcengineAccount Temporary = new("AKTPSIMULATEDJIMENG0001", "simulated-jimeng-temporary-key-0001==", "simulated-jimeng-session-token");

    /// <inheritdoc/>
    public string Name => "jimeng";

    /// <inheritdoc/>
    public string OperationOf(HttpContext request) => request.Request.Path == "/" ? request.Request.Query["Action"].ToString() : request.Request.Method + " video";

    /// <inheritdoc/>
    public void Map(WebApplication app, CloudContext cloud)
    {
        var envelope = new VolcengineEnvelope(Service, Region, cloud.Time);
        var gate = new VolcengineGate(new VolcengineVerifier([Account, Temporary], Service, cloud.Time), envelope, cloud.Time);
        var tasks = new TaskTable(cloud);
        var videos = new VideoEndpoint(tasks);
        var actions = new VisualActions(tasks, videos);
        app.MapMethods("/", ["GET", "POST"], (HttpRequest request) => gate.HandleAsync(request, call => Task.FromResult(actions.Run(call))));
        app.MapMethods("/videos/{name}", ["GET", "HEAD"], videos.ServeAsync);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Environment(Uri baseUri) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["JIMENG_VIDEO_API_URL"] = baseUri.ToString().TrimEnd('/'),
        ["VOLC_ACCESSKEY"] = Account.AccessKey,
        ["VOLC_SECRETKEY"] = Account.SecretKey,
    };
}
