using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>The JSON that the document prescribes for a failure: <c>{"success":false,"error":{"code","message"},"task_id"}</c>.</summary>
public static class JimengDocument
{
    /// <summary>Code of a call or a wait that took too long.</summary>
    public const string Timeout = "timeout";

    /// <summary>Code of a call that could not be made.</summary>
    public const string RequestFailed = "request_failed";

    /// <summary>Code of an answer that is no JSON.</summary>
    public const string JsonError = "json_error";

    /// <summary>Code of an accepted submit without a task id.</summary>
    public const string NoTaskId = "no_task_id";

    /// <summary>Builds it. A code of the service is written as a number, one of the client as text.</summary>
    public static JsonObject Failure(string code, string message, string? taskId)
    {
        var document = new JsonObject
        {
            ["success"] = false,
            ["error"] = new JsonObject
            {
                ["code"] = code.Length is > 0 and < 10 && code.All(char.IsAsciiDigit) ? JsonValue.Create(int.Parse(code)) : JsonValue.Create(code),
                ["message"] = message,
            },
        };
        if (taskId is not null) document["task_id"] = taskId;
        return document;
    }
}
