namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>
/// What is known of status words. The document publishes none, so only words that plainly say "not finished" or "failed" are read;
/// whether there is a result is seen from the result itself, never from a word.
/// </summary>
public static class TaskStatusWords
{
    private static readonly HashSet<string> Unfinished = new(StringComparer.OrdinalIgnoreCase)
    {
        "PENDING", "RUNNING", "QUEUED", "WAITING", "CREATED", "INIT", "PROCESSING", "IN_PROGRESS", "TASK_PENDING", "TASK_RUNNING", "TASK_WAITING",
    };

    private static readonly HashSet<string> Failed = new(StringComparer.OrdinalIgnoreCase)
    {
        "FAILED", "FAIL", "ERROR", "CANCELLED", "CANCELED", "TASK_FAILED", "TASK_CANCELLED", "TASK_CANCELED",
    };

    /// <summary>True for a word that says that the task still runs or waits.</summary>
    public static bool IsUnfinished(string? status) => status is not null && Unfinished.Contains(status);

    /// <summary>True for a word that says that the task failed.</summary>
    public static bool IsFailed(string? status) => status is not null && Failed.Contains(status);

    /// <summary>True for the one word that is known to say that a task is over and went well.</summary>
    public static bool IsFinished(string? status) => string.Equals(status, "FINISHED", StringComparison.OrdinalIgnoreCase);

    /// <summary>True when a report may be made: there are results, and no word says that more are to come or that it failed.</summary>
    public static bool IsReportable(TaskDetail task) => task.FilteredDetailCount > 0 && !IsUnfinished(task.TaskStatus) && !IsFailed(task.TaskStatus);
}
