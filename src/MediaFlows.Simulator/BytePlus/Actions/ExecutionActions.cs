using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.BytePlus.Jobs;
using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.BytePlus.Actions;

/// <summary><c>StartExecution</c> and <c>GetExecution</c> (2025-07-01).</summary>
internal sealed class ExecutionActions(BytePlusAccount account)
{
    private static readonly TimeSpan Retention = TimeSpan.FromDays(30);
    private static readonly string[] Configs = ["common", "ugc", "short_series", "aigc", "old_film"];
    private static readonly string[] Resolutions = ["240p", "360p", "480p", "540p", "720p", "1080p", "2k", "4k"];
    private static readonly VolcengineRefusal ProDenied = VolcengineRefusal.AccessDenied("Permission denied");
    private readonly Enhancer _enhancer = new(account);
    private readonly Lock _starting = new();

    /// <summary>
    /// Starts a run, or returns the unfinished one of the same input, operation and client token (two absent tokens are equal).
    /// </summary>
    public JsonNode? Start(VolcengineRequest request)
    {
        var body = request.Json() ?? throw ActionFailure.Invalid("Body", "The body is no JSON object.");
        var (space, sourceUri) = Source(body["Input"] as JsonObject ?? throw RequestFields.Missing("Input"));
        var moe = Moe(body);
        var style = moe["VideoStrategy"]?["RepairStyle"]?.GetValue<int>();
        var resolution = moe["Target"]?["Res"]?.ToString();
        if (!Configs.Contains(moe["Config"]?.ToString(), StringComparer.Ordinal))
            throw ActionFailure.Invalid("Config", "Config is not valid.");
        if (style is not (1 or 2)) throw ActionFailure.Invalid("RepairStyle", "RepairStyle is not valid.");
        if (resolution is not null && !Resolutions.Contains(resolution, StringComparer.Ordinal))
            throw ActionFailure.Invalid("Res", "Res is not valid.");
        var pro = style == 2 && !account.Knobs.ProAllowed;
        if (pro && account.Knobs.ProDeniedAt == "start") throw new ActionFailure(ProDenied);

        var token = body["Control"]?["ClientToken"]?.ToString() is { Length: > 0 } given ? given : null;
        var callbackArgs = body["Control"]?["CallbackArgs"]?.ToString() ?? "";
        if (Encoding.UTF8.GetByteCount(callbackArgs) > 512)
            throw ActionFailure.Invalid("CallbackArgs", "CallbackArgs has at most 512 bytes.");
        var dedupe = $"{space}\n{body["Input"]!.ToJsonString()}\n{body["Operation"]!.ToJsonString()}\n{token}";
        lock (_starting)
        {
            var same = account.Executions.Values.FirstOrDefault(e => e.DedupeKey == dedupe && !e.IsFinished(account.Now));
            return new JsonObject { ["RunId"] = (same ?? Create(body, space, sourceUri, resolution, dedupe, token, pro)).RunId };
        }
    }

    public async Task<JsonNode?> GetAsync(VolcengineRequest request)
    {
        var id = request.Required("RunId");
        var now = account.Now;
        if (!account.Executions.TryGetValue(id, out var run) || now - run.StartedAt > Retention)
            throw ActionFailure.NotFound($"The run {id} does not exist.");
        if (run.Denied) throw new ActionFailure(ProDenied);
        var state = run.State(now);
        if (state == "Success") await run.FinishAsync();
        return ExecutionAnswer.Of(run, state, account.Knobs.StateWord(state), account.Objects.Length(run.OutputUri), now);
    }

    private Execution Create(JsonObject body, string space, string sourceUri, string? resolution, string dedupe, string? token, bool denied)
    {
        var fileId = account.Ids.Next("file")[..32];
        var output = $"enhanced/{fileId}.mp4";
        var uri = $"tos-result-{space}/{output}";
        var end = account.Knobs.TakeOne("failNext") ? "Failed" : account.Knobs.TakeOne("terminateNext") ? "Terminated" : "Success";
        var run = new Execution("hb:" + account.Ids.Next("run")[..26], dedupe, space, (JsonObject)body.DeepClone(), account.Now, account.Now + account.Knobs.JobTime)
        {
            End = end,
            Code = end == "Failed" ? account.Knobs.FailCode : "",
            Denied = denied,
            SourceUri = sourceUri,
            OutputName = output,
            OutputUri = uri,
            Produce = () => _enhancer.RunAsync(sourceUri, uri, resolution),
        };
        account.Executions[run.RunId] = run;
        account.Cloud.Charges.Add("StartExecution", run.RunId, sourceUri, token, account.Now);
        return run;
    }

    private (string Space, string StoreUri) Source(JsonObject input)
    {
        if (input["Type"]?.ToString() == "Vid")
        {
            var vid = input["Vid"]?.ToString() ?? throw RequestFields.Missing("Vid");
            return account.Media.TryGetValue(vid, out var media)
                ? (media.Space, media.StoreUri)
                : throw ActionFailure.NotFound($"The media {vid} does not exist.");
        }

        if (input["Type"]?.ToString() != "DirectUrl") throw ActionFailure.Invalid("Input", "Input.Type is Vid or DirectUrl.");
        var name = input["DirectUrl"]?["FileName"]?.ToString() ?? throw RequestFields.Missing("FileName");
        var space = RequestFields.Space(input["DirectUrl"]?["SpaceName"]?.ToString() ?? "");
        if (account.Media.Values.FirstOrDefault(m => m.Space == space && m.FileName == name) is { } stored) return (space, stored.StoreUri);
        var earlier = account.Executions.Values.FirstOrDefault(e => e.Space == space && e.OutputName == name);
        return earlier is not null ? (space, earlier.OutputUri) : throw ActionFailure.NotFound($"The file {name} does not exist.");
    }

    private static JsonObject Moe(JsonObject body)
    {
        var task = body["Operation"]?["Task"];
        if (body["Operation"]?["Type"]?.ToString() != "Task" || task?["Type"]?.ToString() != "Enhance" || task["Enhance"]?["Type"]?.ToString() != "Moe")
            throw ActionFailure.Invalid("Operation", "Only Task/Enhance/Moe is served here.");
        return task["Enhance"]!["MoeEnhance"] as JsonObject ?? throw RequestFields.Missing("MoeEnhance");
    }
}
