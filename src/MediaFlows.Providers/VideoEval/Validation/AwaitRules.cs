using System.Globalization;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.VideoEval.Flows;

namespace MediaFlows.Providers.VideoEval.Validation;

/// <summary>The rules for waiting. The document has no settings for it, since it forbids waiting in a submit; these names are MediaFlows' own.</summary>
internal static class AwaitRules
{
    public const string IntervalVariable = "BYTED_AIRESEARCH_VIDEOEVAL_POLL_INTERVAL";

    public const string MaxPollsVariable = "BYTED_AIRESEARCH_VIDEOEVAL_MAX_POLL_ATTEMPTS";

    public const int LeastInterval = 10;

    private const int LongestTimeout = 3600;

    public static void Check(VideoEvalAwaitReportInput input, InputErrors errors)
    {
        TaskId("task_id", input.TaskId, errors);
        if (input.Videos is < 1 or > 10) errors.Add("videos", $"videos must be 1 to 10, not {input.Videos}.");
        if (input.ReportLanguage is not (null or "en" or "zh")) errors.Add("reportLanguage", $"reportLanguage must be en or zh, not '{input.ReportLanguage}'.");
        if (input.IntervalSeconds is < LeastInterval) errors.Add("intervalSeconds", $"intervalSeconds must be at least {LeastInterval}, not {input.IntervalSeconds}.");
        if (input.MaxPolls is < 1) errors.Add("maxPolls", $"maxPolls must be at least 1, not {input.MaxPolls}.");
        if (input.TimeoutSeconds is < 1 or > LongestTimeout) errors.Add("timeoutSeconds", $"timeoutSeconds must be 1 to {LongestTimeout}, not {input.TimeoutSeconds}.");
    }

    public static void TaskId(string field, string? taskId, InputErrors errors)
    {
        if (string.IsNullOrWhiteSpace(taskId)) errors.Add(field, "Name the evaluation task by its id; mediaflows videoeval list shows the ids.");
        else if (taskId.Trim().Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_'))) errors.Add(field, $"'{taskId}' is no task id.");
    }

    public static int? Setting(FlowPreparation preparation, string name, int least)
    {
        if (preparation.Setting(name) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least) return number;
        throw new InvalidInputException(name, $"The setting {name} must be a whole number of at least {least}, not '{text}'.");
    }
}
