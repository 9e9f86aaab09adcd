using MediaFlows.Core.Errors;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.Tencent.Api.Tasks;

/// <summary>
/// Whether a task is done and how it went. A failed generation still ends <c>FINISH</c>, so inner codes decide; a procedure's own codes
/// are deprecated, so its results decide, and when only some of them failed it is done with the rest.
/// </summary>
public static class TaskJudge
{
    /// <summary>Judges an answer of DescribeTaskDetail.</summary>
    public static PollAnswer Judge(TaskDetail detail)
    {
        // Words that the reference does not list (SUCCESS, RUNNING …) are labels of other layers: the task goes on.
        if (detail.Status is not ("FINISH" or "ABORTED"))
            return new PollAnswer(PollState.Pending) { ProviderState = detail.Status, Percent = detail.Progress };
        var error = detail.Status == "ABORTED" ? Error("ABORTED", "the service ended the task") : detail.Kind.TaskType == "Procedure" ? Procedure(detail) : Inner(detail);
        return new PollAnswer(error is null ? PollState.Done : PollState.Failed)
        {
            ProviderState = detail.Status,
            Percent = detail.Progress,
            Result = detail.Document,
            Error = error,
        };
    }

    /// <summary>True when some results of a finished procedure are there and others are not.</summary>
    public static bool IsPartial(TaskDetail detail) => detail.Items.Any(i => i.Succeeded) && detail.Items.Any(i => !i.Succeeded);

    private static FlowError? Procedure(TaskDetail detail)
    {
        var items = detail.Items;
        if (items.Count == 0) return Inner(detail);
        if (items.Any(i => i.Succeeded)) return null;
        var failed = items.FirstOrDefault(i => i.Status == "FAIL") ?? items[0];
        return Error(failed.ErrCodeExt ?? failed.Status, failed.Message);
    }

    private static FlowError? Inner(TaskDetail detail)
    {
        var task = detail.Task;
        var word = task.Text("ErrCodeExt");
        var code = task.Number("ErrCode") ?? 0;
        if (word is not null || code != 0) return Error(word ?? code.ToString(), task.Text("Message"), code);
        if (detail.Kind.NeedsFiles && !detail.FileInfos.Any()) return Error("NoOutput", "the task finished without a file");
        if (detail.Kind.TaskType == "PullUpload" && task.Text("FileId") is null) return Error("NoOutput", "the task finished without a FileId");
        if (detail.Kind.TaskType == "CreateAigcAdvancedCustomElement" && !(task?["Output"]).Objects("InfoList").Any()) return Error("NoOutput", "the task finished without an element");
        if (detail.Kind.TaskType == "ProcessImageAsync" && task?["Output"]?["FileInfo"] is null && (task?["Output"]).Text("OutputText") is null)
            return Error("NoOutput", "the task finished without a result");
        return null;
    }

    private static FlowError Error(string word, string? message, double code = 0)
    {
        var (own, hint) = Classify(word, code);
        return new FlowError(own, $"The task failed: {SignedUrls.RedactAll(message ?? "no message")} ({word}).")
        {
            Provider = TencentSettings.Provider,
            ProviderCode = word,
            Hint = hint,
        };
    }

    // "Voilation" is how the service spells it.
    private static (string Code, string Hint) Classify(string word, double code) => word switch
    {
        _ when word.StartsWith("InvalidParameter.VoilationContent", StringComparison.Ordinal) => (ErrorCodes.ContentRefused, "The service's content check refused the input or the output. Change the prompt or the files."),
        _ when word.StartsWith("RequestLimitExceeded", StringComparison.Ordinal) => (ErrorCodes.ProviderThrottled, "Too many tasks of this model run at once (one by default). Retry when the others are done; a retry is a new, charged task."),
        _ when word.StartsWith("SourceFileError", StringComparison.Ordinal) || code == 60000 => (ErrorCodes.JobFailed, "The source file cannot be used. Check that it plays, then start again."),
        _ when word.StartsWith("Invalid", StringComparison.Ordinal) || code == 40000 => (ErrorCodes.JobFailed, "The service refused the parameters. Correct them and start again."),
        _ => (ErrorCodes.JobFailed, "Retry the flow to submit the job anew; that is a new, charged task."),
    };
}
