using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Providers.MediaFormats;
using MediaFlows.Providers.VideoEval.Flows;
using MediaFlows.Providers.VideoEval.Queries;
using MediaFlows.Providers.VideoEval.Validation;

namespace MediaFlows.Providers.VideoEval;

/// <summary>The commands <c>mediaflows videoeval submit | list | show | await</c> with the document's flags.</summary>
internal static class VideoEvalCommands
{
    private static readonly CommandOption ApiKey = new("--api-key", "API key; the configured one otherwise.");
    private static readonly CommandOption Timeout = new("--timeout", "Time limit of a request in seconds (60).") { Kind = CommandOptionKind.Integer };
    private static readonly CommandOption TaskId = new("--task-id", "Id of the evaluation task.") { Required = true };

    public static IReadOnlyList<CommandDescriptor> All =>
    [
        new CommandDescriptor
        {
            Provider = "videoeval",
            Name = "submit",
            Description = "Submit 1 to 10 MP4 videos for evaluation; returns the task id at once.",
            Options =
            [
                new CommandOption("--file", "A video: path, blob:name or URL. Give it once per video.") { Kind = CommandOptionKind.List, Required = true },
                new CommandOption("--prompt", "What the evaluation shall look at."),
                new CommandOption("--language", "Language of the evaluation.") { Choices = SubmitRules.Languages },
                new CommandOption("--enable-typical-user", "Add the view of typical users.") { Kind = CommandOptionKind.Flag },
                new CommandOption("--typical-user-count", "How many typical users.") { Kind = CommandOptionKind.Integer },
                new CommandOption("--typical-user-selection-mode", "How typical users are chosen.") { Choices = SubmitRules.SelectionModes },
                new CommandOption("--enable-report", "Ask the service for a report.") { Kind = CommandOptionKind.Flag },
                ApiKey,
                Timeout,
            ],
            Build = BuildSubmit,
            Render = VideoEvalText.Submitted,
        },
        new CommandDescriptor
        {
            Provider = "videoeval",
            Name = "list",
            Description = "List the evaluation tasks (at most 100).",
            Options = [ApiKey, Timeout],
            Build = values => CommandTarget.AskQuery(ListTasksQuery.QueryName, Common(values)),
            Render = VideoEvalText.List,
        },
        new CommandDescriptor
        {
            Provider = "videoeval",
            Name = "show",
            Description = "Show the status of an evaluation, and its report once it is finished.",
            Options = [TaskId, ApiKey, Timeout],
            Build = values => CommandTarget.AskQuery(TaskDetailQuery.QueryName, WithTask(values)),
            Render = VideoEvalText.Detail,
        },
        new CommandDescriptor
        {
            Provider = "videoeval",
            Name = "await",
            Description = "Wait for an evaluation and print its report.",
            Options =
            [
                TaskId,
                new CommandOption("--report-language", "Language of the report's own words.") { Choices = ["en", "zh"] },
                new CommandOption("--videos", "How many videos the task has, if known.") { Kind = CommandOptionKind.Integer },
                new CommandOption("--interval", "Seconds between two status calls (120).") { Kind = CommandOptionKind.Integer },
                new CommandOption("--max-polls", "Most status calls (720).") { Kind = CommandOptionKind.Integer },
                ApiKey,
                Timeout,
            ],
            Build = BuildAwait,
            Render = VideoEvalText.Report,
        },
    ];

    private static CommandTarget BuildSubmit(CommandValues values)
    {
        var input = Common(values);
        var files = values.All("--file").Select(MediaArgument.ToJson).ToList();
        input["files"] = new JsonArray([.. files]);
        Text(input, "prompt", values, "--prompt");
        Text(input, "language", values, "--language");
        Text(input, "typical_user_selection_mode", values, "--typical-user-selection-mode");
        if (values.Flag("--enable-typical-user")) input["is_typical_user_enabled"] = true;
        if (values.Integer("--typical-user-count") is { } count) input["typical_user_count"] = count;
        if (values.Flag("--enable-report")) input["is_report_enabled"] = true;
        return CommandTarget.StartFlow(VideoEvalSubmitFlow.Ref.Name, input) with
        {
            LocalFiles = [.. files.Select((f, i) => (File: f, Index: i)).Where(f => MediaArgument.IsFile(f.File)).Select(f => $"/files/{f.Index}/file")],
        };
    }

    private static CommandTarget BuildAwait(CommandValues values)
    {
        var input = WithTask(values);
        Text(input, "reportLanguage", values, "--report-language");
        if (values.Integer("--videos") is { } videos) input["videos"] = videos;
        if (values.Integer("--interval") is { } interval) input["intervalSeconds"] = interval;
        if (values.Integer("--max-polls") is { } polls) input["maxPolls"] = polls;
        return CommandTarget.StartFlow(VideoEvalAwaitReportFlow.Ref.Name, input);
    }

    private static JsonObject WithTask(CommandValues values)
    {
        var input = Common(values);
        input["task_id"] = values.Text("--task-id");
        return input;
    }

    private static JsonObject Common(CommandValues values)
    {
        var input = new JsonObject();
        Text(input, "apiKey", values, "--api-key");
        if (values.Integer("--timeout") is { } timeout) input["timeoutSeconds"] = timeout;
        return input;
    }

    private static void Text(JsonObject input, string field, CommandValues values, string option)
    {
        if (values.Text(option) is { } text) input[field] = text;
    }
}
