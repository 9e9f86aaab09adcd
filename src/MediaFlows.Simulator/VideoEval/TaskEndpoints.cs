using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.VideoEval;

/// <summary><c>POST …/survey/task</c>, <c>GET …/survey/task</c> and <c>GET …/survey/task/{id}</c>.</summary>
internal sealed class TaskEndpoints(SurveyAccount account)
{
    public async Task<IResult> CreateAsync(HttpRequest request)
    {
        JsonObject? body;
        try
        {
            body = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            body = null;
        }

        if (body is null) return SurveyGate.Refuse(400, 40001, "the body is no JSON object");
        if (CreateTaskRules.Problem(body) is { } problem) return SurveyGate.Refuse(400, 40001, problem);
        var ids = ((JsonArray)body["attachment_ids"]!).Select(i => i!.ToString()).ToList();
        if (ids.Find(i => !account.Attachments.ContainsKey(i)) is { } unknown) return SurveyGate.Refuse(400, 40001, $"attachment {unknown} does not exist");
        var task = account.Create([.. ids.Select(i => account.Attachments[i])], body);
        return task is null
            ? SurveyGate.Refuse(account.Knobs.QuotaStatus, 40301, "free usage limit exceeded: at most 10 videos within 24 hours, contact sales")
            : SurveyGate.Answer(Row(task));
    }

    public IResult List(HttpRequest request)
    {
        if (request.Query["agent_id"] != "125") return SurveyGate.Refuse(400, 40001, "agent_id must be 125");
        var page = int.TryParse(request.Query["page"], out var p) && p > 0 ? p : 1;
        var size = int.TryParse(request.Query["page_size"], out var s) && s is > 0 and <= 100 ? s : 20;
        var all = account.Tasks;
        return SurveyGate.Answer(new JsonObject
        {
            ["list"] = new JsonArray([.. all.Skip((page - 1) * size).Take(size).Select(Row)]),
            ["page"] = new JsonObject
            {
                ["page"] = page,
                ["page_size"] = size,
                ["total_items"] = all.Count,
                ["total_page"] = (all.Count + size - 1) / size,
            },
        });
    }

    public IResult Detail(string id)
    {
        if (account.Tasks.FirstOrDefault(t => t.Id.ToString() == id) is not { } task) return SurveyGate.Refuse(404, 40400, "the task does not exist");
        var row = Row(task);
        row["prompt"] = task.Request["prompt"]?.DeepClone();
        row["result"] = null;
        row["detail"] = Detail(task);
        return SurveyGate.Answer(row);
    }

    private JsonNode? Detail(SurveyTask task)
    {
        var finished = account.StatusOf(task) == "FINISHED";
        return account.Knobs.DetailForm switch
        {
            "null" => null,
            "empty" => JsonValue.Create(""),
            "broken" => JsonValue.Create("[{\"key\":"),
            "array" => finished ? EvaluationResults.Of(task) : new JsonArray(),
            _ => JsonValue.Create((finished ? EvaluationResults.Of(task) : new JsonArray()).ToJsonString()),
        };
    }

    private JsonObject Row(SurveyTask task)
    {
        var status = account.StatusOf(task);
        return new JsonObject
        {
            ["id"] = account.Knobs.TextIds ? JsonValue.Create(task.Id.ToString()) : JsonValue.Create(task.Id),
            ["status"] = account.Knobs.StatusWord(status),
            ["name"] = task.Name,
            ["agent_id"] = 125,
            ["created_at"] = Text(task.CreatedAt),
            ["updated_at"] = Text(status is "FINISHED" or "FAILED" ? task.CreatedAt + account.Knobs.JobTime : account.Now),
        };
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
