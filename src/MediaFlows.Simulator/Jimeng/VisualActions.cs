using System.Text.Json.Nodes;
using MediaFlows.Simulator.Volcengine;

namespace MediaFlows.Simulator.Jimeng;

/// <summary><c>CVSync2AsyncSubmitTask</c>, <c>CVSync2AsyncGetResult</c> and <c>CVCancelTask</c>.</summary>
internal sealed class VisualActions(TaskTable tasks, VideoEndpoint videos)
{
    private readonly VisualAnswers _answers = new(tasks.Cloud.Time);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<DateTimeOffset>> _recent = [];

    public IResult? Run(VolcengineRequest call) => (call.Action, call.Version, call.Http.Method) switch
    {
        ("CVSync2AsyncSubmitTask", "2022-08-31", "POST") => Submit(call.Json()),
        ("CVSync2AsyncGetResult", "2022-08-31", "POST") => Query(call.Json()),
        ("CVCancelTask", "2024-06-06", "POST") => Cancel(call.Json()),
        _ => null,
    };

    private IResult Submit(JsonObject? body)
    {
        var knobs = tasks.Knobs;
        var now = tasks.Now;
        if (body is null || SubmitRules.Read(body, tasks.NextId(), now, knobs.Strict) is not { } task) return _answers.Refuse("50215");
        lock (_lock)
        {
            if (knobs.Strict && Limited(task.ReqKey, now) is { } limit) return _answers.Refuse(limit);
            if (knobs.TakeOne("failNext"))
            {
                if ((knobs.FailAt ?? (VisualCodes.ComesAtSubmit(knobs.FailCode) ? "submit" : "query")) == "submit") return _answers.Refuse(knobs.FailCode);
                task = task with { FailCode = knobs.FailCode };
            }

            tasks.Accept(task);
        }

        return _answers.Success(knobs.NoTaskId ? [] : new JsonObject { ["task_id"] = task.Id });
    }

    private IResult Query(JsonObject? body)
    {
        var knobs = tasks.Knobs;
        if (body?["req_key"]?.ToString() is not { } reqKey || VisualModel.Find(reqKey) is null || body["task_id"]?.ToString() is not { } id) return _answers.Refuse("50215");
        if (body["req_json"] is { } mark && !MarkRules.AreKept(mark)) return _answers.Refuse("50215");
        if (tasks.Find(id) is not { } task || knobs.TakeOne("forgetNext")) return _answers.Success(new JsonObject { ["status"] = "not_found" });
        if (task.ReqKey != reqKey) return knobs.WrapErrors ? _answers.Wrap("50215") : _answers.Refuse("50215");
        var status = tasks.StatusOf(task);
        if (status == "done" && task.FailCode is { } code)
            return knobs.FailDone ? _answers.Refuse(code, new JsonObject { ["status"] = "done" }) : knobs.WrapErrors ? _answers.Wrap(code) : _answers.Refuse(code);
        var data = new JsonObject { ["status"] = knobs.StatusWord(status), ["video_url"] = "" };
        if (status != "done") return _answers.Success(data);
        if (!knobs.NoUrl) data["video_url"] = videos.UrlOf(task);
        data["aigc_meta_tagged"] = body["req_json"] is not null;
        return _answers.Success(data);
    }

    private IResult Cancel(JsonObject? body)
    {
        if (body?["task_id"]?.ToString() is not { } id || tasks.Find(id) is not { } task || task.ReqKey != body["req_key"]?.ToString()) return _answers.Refuse("50215");
        if (tasks.StatusOf(task) != "in_queue") return _answers.Refuse("50215");
        task.Cancelled = true;
        return _answers.Success([]);
    }

    private string? Limited(string reqKey, DateTimeOffset now)
    {
        if (!_recent.TryGetValue(reqKey, out var recent)) _recent[reqKey] = recent = [];
        recent.RemoveAll(at => at <= now - TimeSpan.FromSeconds(1));
        if (recent.Count >= tasks.Knobs.Qps) return "50429";
        recent.Add(now);
        return tasks.Of(reqKey).Count(t => tasks.StatusOf(t) is "in_queue" or "generating") >= tasks.Knobs.Concurrency ? "50430" : null;
    }
}
