using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.Tencent.Api.Tasks;

namespace MediaFlows.Providers.Tests.Tencent.Api;

public sealed class TaskJudgeTests
{
    private const string Files = "\"Output\":{\"FileInfos\":[{\"FileUrl\":\"http://x/a\"}]}";

    [Theory]
    [InlineData("""{"TaskType":"AigcVideoTask","Status":"WAITING","AigcVideoTask":null}""", PollState.Pending, null)]
    [InlineData("""{"TaskType":"AigcVideoTask","Status":"SUCCESS","AigcVideoTask":{"Status":"SUCCESS"}}""", PollState.Pending, null)]
    [InlineData("""{"TaskType":"AigcVideoTask","Status":"FINISH","AigcVideoTask":{"Status":"FINISH","ErrCode":0,"ErrCodeExt":"",FILES}}""", PollState.Done, null)]
    [InlineData("""{"TaskType":"AigcVideoTask","Status":"FINISH","AigcVideoTask":{"Status":"FINISH","ErrCode":70000,"ErrCodeExt":"InternalError","Output":{"FileInfos":[]}}}""", PollState.Failed, "InternalError")]
    [InlineData("""{"TaskType":"AigcVideoTask","Status":"FINISH","AigcVideoTask":{"Status":"FINISH","ErrCode":0,"ErrCodeExt":"FailedOperation",FILES}}""", PollState.Failed, "FailedOperation")]
    [InlineData("""{"TaskType":"AigcVideoTask","Status":"FINISH","AigcVideoTask":{"Status":"FINISH","ErrCode":0,"Output":{"FileInfos":[]}}}""", PollState.Failed, "NoOutput")]
    [InlineData("""{"TaskType":"AigcVideoTask","Status":"ABORTED","AigcVideoTask":{"ErrCode":0,FILES}}""", PollState.Failed, "ABORTED")]
    [InlineData("""{"TaskType":"SceneAigcImageTask","Status":"FINISH","SceneAigcImageTask":{"ErrCode":40000,"Message":"m"}}""", PollState.Failed, "40000")]
    [InlineData("""{"TaskType":"SceneAigcVideoTask","Status":"FINISH","AigcVideoTask":null,"SceneAigcVideoTask":{"TaskId":"1-AigcVideoTask-2t","ErrCode":0,FILES}}""", PollState.Done, null)]
    [InlineData("""{"TaskType":"ImportMediaKnowledge","Status":"FINISH","ImportMediaKnowledge":{"Status":"FINISH","ErrCode":0}}""", PollState.Done, null)]
    [InlineData("""{"TaskType":"ImportMediaKnowledge","Status":"FINISH","ImportMediaKnowledge":{"ErrCode":60000}}""", PollState.Failed, "60000")]
    [InlineData("""{"TaskType":"PullUpload","Status":"FINISH","PullUploadTask":{"ErrCode":0,"FileId":"1"}}""", PollState.Done, null)]
    [InlineData("""{"TaskType":"PullUpload","Status":"FINISH","PullUploadTask":{"ErrCode":0,"FileId":""}}""", PollState.Failed, "NoOutput")]
    [InlineData("""{"TaskType":"ProcessImageAsync","Status":"FINISH","ProcessImageAsyncTask":{"ErrCode":0,"Output":{"FileInfo":null,"OutputText":"t"}}}""", PollState.Done, null)]
    [InlineData("""{"TaskType":"CreateAigcAdvancedCustomElement","Status":"FINISH","CreateAigcAdvancedCustomElementTask":{"ErrCode":0,"Output":{"InfoList":[]}}}""", PollState.Failed, "NoOutput")]
    [InlineData("""{"TaskType":"Procedure","Status":"FINISH","ProcedureTask":{"ErrCode":70000,"MediaProcessResultSet":[{"Type":"Transcode","TranscodeTask":{"Status":"SUCCESS","ErrCodeExt":""}}]}}""", PollState.Done, null)]
    [InlineData("""{"TaskType":"Procedure","Status":"FINISH","ProcedureTask":{"ErrCode":0,"MediaProcessResultSet":[{"Type":"Transcode","TranscodeTask":{"Status":"FAIL","ErrCodeExt":"SourceFileError.NoVideoMedia"}}]}}""", PollState.Failed, "SourceFileError.NoVideoMedia")]
    [InlineData("""{"TaskType":"Procedure","Status":"FINISH","ProcedureTask":{"ErrCode":0,"MediaProcessResultSet":null,"AiAnalysisResultSet":[{"Type":"Tag","TagTask":{"Status":"SUCCESS","ErrCode":0}}]}}""", PollState.Done, null)]
    [InlineData("""{"TaskType":"NewKind","Status":"FINISH","NewKindTask":{"ErrCode":0}}""", PollState.Done, null)]
    public void A_task_is_judged_by_its_kind(string detail, PollState state, string? word)
    {
        var answer = TaskJudge.Judge(Read(detail));

        Assert.Equal(state, answer.State);
        Assert.Equal(word, answer.Error?.ProviderCode);
    }

    [Theory]
    [InlineData("InvalidParameter.VoilationContent", ErrorCodes.ContentRefused)]
    [InlineData("RequestLimitExceeded.Model", ErrorCodes.ProviderThrottled)]
    [InlineData("InternalError", ErrorCodes.JobFailed)]
    public void The_cause_has_its_own_code(string word, string code)
    {
        var answer = TaskJudge.Judge(Read("""{"TaskType":"AigcImageTask","Status":"FINISH","AigcImageTask":{"ErrCode":70000,"ErrCodeExt":"WORD"}}""".Replace("WORD", word, StringComparison.Ordinal)));

        Assert.Equal(code, answer.Error!.Code);
        Assert.NotNull(answer.Error.Hint);
    }

    [Fact]
    public void Some_results_are_done_and_partial()
    {
        var detail = Read("""{"TaskType":"Procedure","Status":"FINISH","ProcedureTask":{"MediaProcessResultSet":[{"Type":"Transcode","TranscodeTask":{"Status":"FAIL","ErrCodeExt":"InvalidInput"}},{"Type":"ImageSprites","ImageSpriteTask":{"Status":"SUCCESS","ErrCodeExt":""}}]}}""");

        Assert.Equal(PollState.Done, TaskJudge.Judge(detail).State);
        Assert.True(TaskJudge.IsPartial(detail));
    }

    private static TaskDetail Read(string json) => TaskDetail.Read(JsonNode.Parse(json.Replace("FILES", Files, StringComparison.Ordinal))!.AsObject());
}
