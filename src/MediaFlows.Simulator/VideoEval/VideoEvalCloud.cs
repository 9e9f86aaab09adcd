using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.VideoEval;

/// <summary>
/// The video evaluation service below <c>/datatester/compass/api/v3/survey</c>: attachments, tasks, list and detail, with bearer key, rolling quota and
/// task life cycle. <c>docs/providers/videoeval.md</c> lists the knobs.
/// </summary>
public sealed class VideoEvalCloud : ISimulatedCloud
{
    /// <summary>Key of the simulated account.</summary>
    public const string ApiKey = "simulated-videoeval-key-0001";

    private const string Root = "/datatester/compass/api/v3/survey";

    /// <inheritdoc/>
    public string Name => "videoeval";

    /// <inheritdoc/>
    public string OperationOf(HttpContext request)
    {
        var path = request.Request.Path.Value ?? "";
        if (path == Root + "/attachment") return "UploadAttachment";
        if (path == Root + "/task") return request.Request.Method == "POST" ? "CreateTask" : "ListTasks";
        return path.StartsWith(Root + "/task/", StringComparison.Ordinal) ? "GetTask" : request.Request.Method + " " + path;
    }

    /// <inheritdoc/>
    public void Map(WebApplication app, CloudContext cloud)
    {
        var account = new SurveyAccount(cloud);
        var attachments = new AttachmentEndpoint(account);
        var tasks = new TaskEndpoints(account);
        app.MapPost(Root + "/attachment", (HttpRequest request) => SurveyGate.HandleAsync(request, () => attachments.UploadAsync(request)));
        app.MapPost(Root + "/task", (HttpRequest request) => SurveyGate.HandleAsync(request, () => tasks.CreateAsync(request)));
        app.MapGet(Root + "/task", (HttpRequest request) => SurveyGate.HandleAsync(request, () => Task.FromResult(tasks.List(request))));
        app.MapGet(Root + "/task/{id}", (HttpRequest request, string id) => SurveyGate.HandleAsync(request, () => Task.FromResult(tasks.Detail(id))));
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Environment(Uri baseUri) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BYTED_AIRESEARCH_VIDEOEVAL_BASE_URL"] = baseUri.ToString().TrimEnd('/'),
        ["BYTED_AIRESEARCH_VIDEOEVAL_API_KEY"] = ApiKey,
    };
}
