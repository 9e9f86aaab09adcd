using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Vod;

namespace MediaFlows.Simulator.Tencent.Tasks;

/// <summary>DescribeTaskDetail: one member per kind of task, all null but the matching one. A failed task still ends FINISH; the inner codes tell.</summary>
internal static class TaskViews
{
    private static readonly string[] Members =
    [
        "ProcedureTask", "EditMediaTask", "WechatPublishTask", "ComposeMediaTask", "SplitMediaTask", "WechatMiniProgramPublishTask", "PullUploadTask", "TranscodeTask", "ConcatTask", "ClipTask",
        "CreateImageSpriteTask", "SnapshotByTimeOffsetTask", "RemoveWatermarkTask", "RebuildMediaTask", "ExtractTraceWatermarkTask", "ExtractCopyRightWatermarkTask", "ReviewAudioVideoTask",
        "ReduceMediaBitrateTask", "DescribeFileAttributesTask", "QualityInspectTask", "QualityEnhanceTask", "ComplexAdaptiveDynamicStreamingTask", "ProcessMediaByMPSTask", "AigcImageTask",
        "AigcVideoTask", "ImportMediaKnowledge", "SceneAigcImageTask", "SceneAigcVideoTask", "ProcessImageAsyncTask", "ExtractBlindWatermarkTask", "CreateAigcAdvancedCustomElementTask",
        "CreateAigcCustomVoiceTask", "CreateAigcSubjectTask", "AigcVideoRedrawTask", "AigcAudioTask", "CreateAigcAudioCloneTask", "DescribeAigcFaceInfoAsyncTask",
    ];

    public static JsonObject Detail(SimTask task, TencentState state)
    {
        var now = state.Now;
        var response = new JsonObject
        {
            ["TaskType"] = task.Kind.TaskType,
            ["Status"] = task.Status(now),
            ["CreateTime"] = TaskTimes.Iso(task.CreatedAt),
            ["BeginProcessTime"] = now >= task.BeginsAt ? TaskTimes.Iso(task.BeginsAt) : "",
            ["FinishTime"] = now >= task.EndsAt ? TaskTimes.Iso(task.EndsAt) : "",
        };
        foreach (var member in Members) response[member] = member == task.Kind.Member ? Inner(task, state) : null;
        return response;
    }

    private static JsonObject Inner(SimTask task, TencentState state)
    {
        var done = state.Now >= task.EndsAt;
        var failed = done && task.Failed;
        var inner = new JsonObject
        {
            ["TaskId"] = task.Id,
            ["Status"] = done ? "FINISH" : "PROCESSING",
            ["ErrCode"] = failed ? 70000 : 0,
            ["Message"] = failed ? "simulated failure" : "",
        };
        if (task.Kind == TaskKind.Procedure)
        {
            // The procedure's own codes are deprecated and stay 0: each result tells for itself.
            inner["ErrCode"] = 0;
            inner["Message"] = "";
            inner["FileId"] = task.FileId;
            inner["FileName"] = state.Media.TryGetValue(task.FileId ?? "", out var media) ? media.Name : "";
            inner["FileUrl"] = media?.Url ?? "";
            inner["MetaData"] = done ? MediaFacts.MetaData(64) : null;
            inner["TasksPriority"] = VodRequest.NumberOf(task.Request, "TasksPriority") ?? 0;
            inner["TasksNotifyMode"] = "Finish";
            ProcedureViews.Fill(inner, task, state);
        }
        else if (task.Kind == TaskKind.PullUpload)
        {
            inner["Progress"] = task.Progress(state.Now);
            inner["FileId"] = task.Output["FileId"]?.DeepClone() ?? "";
            inner["FileUrl"] = task.Output["FileUrl"]?.DeepClone() ?? "";
            inner["MediaBasicInfo"] = null;
            inner["MetaData"] = done && !failed ? MediaFacts.MetaData(64) : null;
            inner["ProcedureTaskId"] = "";
            inner["ReviewAudioVideoTaskId"] = "";
        }
        else if (task.Kind == TaskKind.Knowledge)
        {
            inner["FileId"] = task.FileId;
            inner["Input"] = new JsonObject { ["Definition"] = task.Request["Definition"]?.DeepClone() };
            return inner;
        }
        else
        {
            if (task.Kind.TaskType is "AigcImageTask" or "AigcVideoTask" or "CreateAigcAdvancedCustomElement") inner["ErrCodeExt"] = failed ? task.Failure ?? "InternalError" : "";
            inner["Progress"] = task.Progress(state.Now);
            inner["Input"] = task.Request.DeepClone();
            inner["Output"] = done ? task.Output.DeepClone() : null;
        }

        inner["SessionId"] = task.SessionId;
        inner["SessionContext"] = task.SessionContext;
        return inner;
    }
}
