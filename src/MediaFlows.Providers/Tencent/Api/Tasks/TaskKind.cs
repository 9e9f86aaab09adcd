namespace MediaFlows.Providers.Tencent.Api.Tasks;

/// <summary>How DescribeTaskDetail tells of one kind of task.</summary>
/// <param name="TaskType">Value of TaskType; what kinds are told by, never the TaskId's text.</param>
/// <param name="Member">Member that holds the task.</param>
public sealed record TaskKind(string TaskType, string Member)
{
    private static readonly Dictionary<string, TaskKind> Known = new TaskKind[]
    {
        new("PullUpload", "PullUploadTask"),
        new("Procedure", "ProcedureTask"),
        new("ReviewAudioVideo", "ReviewAudioVideoTask"),
        new("AigcImageTask", "AigcImageTask") { NeedsFiles = true },
        new("AigcVideoTask", "AigcVideoTask") { NeedsFiles = true },
        new("SceneAigcImageTask", "SceneAigcImageTask") { NeedsFiles = true },
        new("SceneAigcVideoTask", "SceneAigcVideoTask") { NeedsFiles = true },
        new("ProcessImageAsync", "ProcessImageAsyncTask"),
        new("ImportMediaKnowledge", "ImportMediaKnowledge"),
        new("CreateAigcAdvancedCustomElement", "CreateAigcAdvancedCustomElementTask"),
    }.ToDictionary(k => k.TaskType, StringComparer.Ordinal);

    /// <summary>True when a success without Output.FileInfos is none.</summary>
    public bool NeedsFiles { get; init; }

    /// <summary>The kind of that type. An unknown type is taken to be named as most are.</summary>
    public static TaskKind Of(string taskType) =>
        Known.GetValueOrDefault(taskType) ?? new TaskKind(taskType, taskType.EndsWith("Task", StringComparison.Ordinal) ? taskType : taskType + "Task");
}
