namespace MediaFlows.Simulator.Tencent.Tasks;

/// <summary>A kind of task: how its id looks, how DescribeTaskDetail names it.</summary>
/// <param name="TaskType">Value of TaskType.</param>
/// <param name="Member">Member of the answer that holds it.</param>
/// <param name="IdWord">Word in the TaskId.</param>
/// <param name="Suffix">End of the TaskId.</param>
public sealed record TaskKind(string TaskType, string Member, string IdWord, string Suffix = "t")
{
    /// <summary>PullUpload.</summary>
    public static TaskKind PullUpload { get; } = new("PullUpload", "PullUploadTask", "pull", "");

    /// <summary>ProcessMedia and ProcessMediaByProcedure.</summary>
    public static TaskKind Procedure { get; } = new("Procedure", "ProcedureTask", "procedurev2", "t0");

    /// <summary>CreateAigcImageTask.</summary>
    public static TaskKind AigcImage { get; } = new("AigcImageTask", "AigcImageTask", "AigcImageTask");

    /// <summary>CreateAigcVideoTask.</summary>
    public static TaskKind AigcVideo { get; } = new("AigcVideoTask", "AigcVideoTask", "AigcVideoTask");

    /// <summary>CreateSceneAigcImageTask.</summary>
    public static TaskKind SceneImage { get; } = new("SceneAigcImageTask", "SceneAigcImageTask", "SceneAigcImageTask");

    /// <summary>CreateSceneAigcVideoTask; its ids carry the word of the plain video task, as in the official example.</summary>
    public static TaskKind SceneVideo { get; } = new("SceneAigcVideoTask", "SceneAigcVideoTask", "AigcVideoTask");

    /// <summary>ProcessImageAsync.</summary>
    public static TaskKind ProcessImage { get; } = new("ProcessImageAsync", "ProcessImageAsyncTask", "ProcessImageAsync");

    /// <summary>ImportMediaKnowledge; the member has no "Task" at its end.</summary>
    public static TaskKind Knowledge { get; } = new("ImportMediaKnowledge", "ImportMediaKnowledge", "ImportMediaKnowledge");

    /// <summary>CreateAigcAdvancedCustomElement.</summary>
    public static TaskKind Element { get; } = new("CreateAigcAdvancedCustomElement", "CreateAigcAdvancedCustomElementTask", "CreateAigcAdvancedCustomElement");
}
