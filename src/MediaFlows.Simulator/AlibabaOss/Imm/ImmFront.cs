using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediaFlows.Simulator.AlibabaOss.Wire;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.AlibabaOss.Imm;

/// <summary>IMM, version 2020-09-30: projects, bucket attachments, tasks, blind watermark extraction.</summary>
internal sealed partial class ImmFront(OssState state, CloudContext cloud)
{
    public async Task HandleAsync(HttpContext http)
    {
        var requestId = state.NewUuid("imm").ToUpperInvariant();
        var request = OssRequest.Of(http);
        var answer = new JsonObject { ["RequestId"] = requestId };
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            // The path is always "/", so a virtual-hosted reading of the host has no meaning here.
            Acs3Verifier.Check(request, body.ToArray(), cloud.Time.GetUtcNow());
            if (request.Header("x-acs-version") != "2020-09-30") throw new ImmErrorException(404, "InvalidVersion", "Specified parameter Version is not valid.");
            if (state.Denies(request.Header("x-acs-action"))) throw new ImmErrorException(403, "Forbidden.RAM", "User not authorized to operate on the specified resource.");
            await state.Tasks.SettleAsync(http.RequestAborted);
            Run(request.Header("x-acs-action"), request, answer);
        }
        catch (ImmErrorException e)
        {
            answer["HostId"] = http.Request.Host.Value;
            answer["Code"] = e.Code;
            answer["Message"] = e.Message;
            http.Response.StatusCode = e.Status;
        }

        http.Response.ContentType = "application/json";
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), http.RequestAborted);
    }

    private void Run(string action, OssRequest request, JsonObject answer)
    {
        switch (action)
        {
            case "CreateProject":
                answer["Project"] = Show(Create(request));
                break;
            case "GetProject":
                answer["Project"] = Show(Project(request));
                break;
            case "ListProjects":
                answer["Projects"] = new JsonArray([.. state.Projects.Values.Where(p => p.Name.StartsWith(request["Prefix"] ?? "", StringComparison.Ordinal)).OrderBy(p => p.Name, StringComparer.Ordinal).Select(Show)]);
                break;
            case "DeleteProject":
                state.Projects.TryRemove(Project(request).Name, out _);
                break;
            case "AttachOSSBucket":
                Attach(request);
                break;
            case "DetachOSSBucket":
                if (!state.Attachments.TryRemove(Require(request, "OSSBucket"), out _)) throw NotAttached();
                break;
            case "GetOSSBucketAttachment":
                answer["ProjectName"] = state.Attachments.TryGetValue(Require(request, "OSSBucket"), out var project) ? project : throw NotAttached();
                answer["CreateTime"] = ImmTime.Show(state.Now);
                answer["Description"] = "";
                break;
            case "ListAttachedOSSBuckets":
                answer["AttachedOSSBuckets"] = new JsonArray([.. state.Attachments.Where(a => a.Value == Project(request).Name).Select(a => (JsonNode)new JsonObject { ["OSSBucket"] = a.Key, ["ProjectName"] = a.Value })]);
                break;
            case "CreateDecodeBlindWatermarkTask":
                Extract(request, answer);
                break;
            case "GetTask" or "GetDecodeBlindWatermarkResult":
                TaskAnswers.Show(state, request, answer, withContent: action != "GetTask");
                break;
            default:
                throw new ImmErrorException(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
        }
    }

    internal static string Require(OssRequest request, string name) =>
        request[name] is { Length: > 0 } value ? value : throw new ImmErrorException(400, "InvalidParameter", $"The parameter {name} is required.");

    private static ImmErrorException NotAttached() => new(404, "ResourceNotFound", "The specified resource Attachment is not found. NotAttached");

    private static JsonNode Show(ImmProject project) => new JsonObject
    {
        ["ProjectName"] = project.Name, ["Description"] = project.Description, ["CreateTime"] = ImmTime.Show(project.CreatedAt), ["UpdateTime"] = ImmTime.Show(project.CreatedAt),
        ["ServiceRole"] = "AliyunIMMDefaultRole", ["DatasetCount"] = 0, ["FileCount"] = 0, ["EngineConcurrency"] = 100, ["ProjectQueriesPerSecond"] = 100,
    };

    private ImmProject Create(OssRequest request)
    {
        var name = Require(request, "ProjectName");
        if (!ProjectName().IsMatch(name)) throw new ImmErrorException(400, "InvalidParameter", "The ProjectName is not valid.");
        var project = new ImmProject(name, request["Description"] ?? "", state.Now);
        return state.Projects.TryAdd(name, project) ? project : throw new ImmErrorException(409, "ResourceAlreadyExists", $"The specified resource Project already exists: {name}. AlreadyExists");
    }

    private ImmProject Project(OssRequest request) =>
        state.Projects.GetValueOrDefault(Require(request, "ProjectName")) ?? throw new ImmErrorException(404, "ResourceNotFound", "The specified resource Project is not found.");

    private void Attach(OssRequest request)
    {
        var bucket = Require(request, "OSSBucket");
        var project = Project(request).Name;
        if (!state.Buckets.ContainsKey(bucket)) throw new ImmErrorException(404, "ResourceNotFound", "The specified resource OSSBucket is not found.");
        if (!state.Attachments.TryAdd(bucket, project)) throw new ImmErrorException(409, "ResourceAlreadyExists", "The bucket is already Attached.");
    }

    private void Extract(OssRequest request, JsonObject answer)
    {
        var project = Project(request).Name;
        var source = Require(request, "SourceURI");
        if (!source.StartsWith("oss://", StringComparison.Ordinal) || source.IndexOf('/', 6) is var slash && slash < 0)
            throw new ImmErrorException(400, "InvalidParameter.SourceURI", "The SourceURI is not valid.");
        var (bucket, key) = (source[6..slash], source[(slash + 1)..]);
        if (state.Objects.Find(bucket, key) is null) throw new ImmErrorException(404, "ResourceNotFound", "The specified resource SourceURI is not found. NoSuchKey");
        var task = state.Tasks.SubmitExtraction(project, bucket, key, request["StrengthLevel"]);
        answer["EventId"] = task.EventId;
        answer["TaskId"] = task.Id;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]{0,127}$", RegexOptions.NonBacktracking)]
    private static partial Regex ProjectName();
}
