using System.Text.Json.Nodes;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>The document's answer of a failed command, and its error words.</summary>
public static class ErrorEnvelope
{
    /// <summary>An upload was refused or got no answer.</summary>
    public const string UploadRequestFailed = "UPLOAD_REQUEST_FAILED";

    /// <summary>An upload was answered without an id.</summary>
    public const string AttachmentIdMissing = "ATTACHMENT_ID_MISSING";

    /// <summary>The task was not created.</summary>
    public const string CreateTaskFailed = "CREATE_TASK_FAILED";

    /// <summary>The creation was answered without a task id.</summary>
    public const string TaskIdMissing = "TASK_ID_MISSING";

    /// <summary>The list could not be read.</summary>
    public const string ListTasksFailed = "LIST_TASKS_FAILED";

    /// <summary>A task could not be read.</summary>
    public const string GetTaskDetailFailed = "GET_TASK_DETAIL_FAILED";

    /// <summary>An answer has not the form of the document.</summary>
    public const string InvalidTaskPayload = "INVALID_TASK_PAYLOAD";

    /// <summary>An argument breaks a rule.</summary>
    public const string ValueError = "VALUEERROR";

    /// <summary>A file does not exist.</summary>
    public const string FileNotFoundError = "FILENOTFOUNDERROR";

    /// <summary>A file may not be read.</summary>
    public const string PermissionError = "PERMISSIONERROR";

    /// <summary>Builds it.</summary>
    public static JsonObject Create(string requestId, string message, string code, JsonNode? details) => new()
    {
        ["status"] = "error",
        ["message"] = message,
        ["request_id"] = requestId,
        ["data"] = null,
        ["error"] = new JsonObject { ["code"] = code, ["details"] = details },
    };
}
