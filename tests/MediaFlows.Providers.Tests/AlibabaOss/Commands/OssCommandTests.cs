using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Commands;

namespace MediaFlows.Providers.Tests.AlibabaOss.Commands;

public sealed class OssCommandTests
{
    [Theory]
    [InlineData("resize:w=600", "oss.process")]
    [InlineData("nonsense", "oss.process")]
    [InlineData("video/snapshot:t=0", "oss.process")]
    [InlineData("video/convert:f=mp4", "oss.process-async")]
    [InlineData("audio/concat:f=mp3/sur,key=b.mp3", "oss.process-async")]
    [InlineData("blindwatermark-extract:s=low", "oss.blindwatermark-extract")]
    [InlineData("upload", "oss.upload")]
    [InlineData("download", "oss.download")]
    public void The_operation_chooses_the_flow(string operation, string flow) => Assert.Equal(flow, Build("process", ("--operations", operation)).Flow);

    [Fact]
    public void The_documents_flags_become_the_flows_input()
    {
        var target = Build(
            "process", ("--uri", "./clip.mov"), ("--operations", "video/convert:f=mp4"), ("--target-key", "out.mp4"), ("--output-path", "outputs/"), ("--timeout-seconds", "900"),
            ("--bucket", "b"), ("--region", "r"), ("--verify", ""));
        Assert.Equal(
            """{"bucket":"b","region":"r","targetKey":"out.mp4","outputPath":{"file":"outputs/"},"timeoutSeconds":900,"verify":true,"operations":["video/convert:f=mp4"],"uri":{"file":"./clip.mov"}}""",
            target.Input.ToJsonString());
        Assert.Equal(["/uri/file"], target.LocalFiles);
        Assert.Equal(["/outputPath/file"], target.LocalOutputs);
    }

    [Fact]
    public void Extraction_takes_strength_and_model_from_the_operation()
    {
        var target = Build("process", ("--source", "a.png"), ("--operations", "blindwatermark-extract:s=high,model=DWT"), ("--imm-project", "p"));
        Assert.Equal("""{"source":"a.png","immProject":"p","strength":"high","model":"DWT"}""", target.Input.ToJsonString());
    }

    [Fact]
    public void A_link_is_no_local_file() =>
        Assert.Equal("""{"targetKey":"k","uri":{"url":"https://example.com/a.png"}}""", Build("upload", ("--uri", "https://example.com/a.png"), ("--target-key", "k")).Input.ToJsonString());

    [Fact]
    public void The_summary_of_every_command_is_in_chinese_unless_another_language_is_asked_for() =>
        Assert.All(OssCommands.All, c => Assert.Equal(("zh", true), (c.DefaultLanguage, c.Render is not null)));

    [Fact]
    public void The_summary_speaks_chinese_and_english()
    {
        var output = JsonNode.Parse("""
            {"success":true,"mode":"save","source":"a.png","bucket":"b","target_key":"out/a.png","size":123,"request_id":"R1","operations":[{"name":"resize","params":{"w":"600"}},{"name":"auto-orient","params":{}}]}
            """)!;
        Assert.Equal(
            "处理结果如下：\n- 状态: 成功\n- 请求 ID: R1\n- 源文件: a.png\n- 输出: out/a.png\n- 参数: resize(w=600) → auto-orient\n- 文件大小: 123\n- OSS 路径: oss://b/out/a.png",
            OssSummary.Render(output, "zh"));
        Assert.Equal(
            "Result summary:\n- Status: Success\n- RequestID: R1\n- Source: a.png\n- Output: out/a.png\n- Params: resize(w=600) → auto-orient\n- File Size: 123\n- OSS Path: oss://b/out/a.png",
            OssSummary.Render(output, "en"));
        Assert.Contains("RequestID: N/A", OssSummary.Render(new JsonObject { ["success"] = true }, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":"Source: OSS refused.","code":"MF3003","hint":"English.","state":"failed","providerCode":"NoSuchKey","providerRequestId":"R1","document":{"error":"x"}}""",
        "处理结果如下：\n- 状态: 失败\n- 请求 ID: R1\n- 错误: Source: OSS refused.\n- 建议: 源文件不存在。请检查源文件的 key，或先上传：mediaflows oss upload。\n- 错误码: MF3003",
        "Result summary:\n- Status: Failed\n- RequestID: R1\n- Error: Source: OSS refused.\n- Hint: English.\n- Code: MF3003")]
    [InlineData("""{"error":"Still running.","code":"MF2008","hint":"Later.","state":"timedOut","document":{"task_id":"T1","request_id":"R2"}}""",
        "处理结果如下：\n- 状态: 超时\n- 请求 ID: R2\n- 任务 ID: T1\n- 错误: Still running.\n- 建议: 任务仍在云端运行。请恢复该流程继续等待同一任务，不会重复提交。\n- 错误码: MF2008",
        "Result summary:\n- Status: Timed out\n- RequestID: R2\n- Task ID: T1\n- Error: Still running.\n- Hint: Later.\n- Code: MF2008")]
    [InlineData("""{"error":"A. B.","code":"MF1001","hint":"Correct it.","errors":{"operations":["A.","B."]}}""",
        "处理结果如下：\n- 状态: 失败\n- 请求 ID: N/A\n- 错误: operations: A.\n- 错误: operations: B.\n- 建议: 请改正上述问题后重新发送；未启动任何任务。\n- 错误码: MF1001",
        "Result summary:\n- Status: Failed\n- RequestID: N/A\n- Error: operations: A.\n- Error: operations: B.\n- Hint: Correct it.\n- Code: MF1001")]
    [InlineData("""{"error":"Differ.","code":"MF1002","hint":"Choose.","state":"failed","questions":[{"text":"How?","options":[{"label":"A: first","value":"first"}]}]}""",
        "处理结果如下：\n- 状态: 失败\n- 请求 ID: N/A\n- 错误: Differ.\n- 请选择: How?\n- first: A: first\n- 建议: 请用 --alignment first、second 或 custom 重新开始；选择 custom 时在操作中给出参数值。未提交任何任务。\n- 错误码: MF1002",
        "Result summary:\n- Status: Failed\n- RequestID: N/A\n- Error: Differ.\n- Choose: How?\n- first: A: first\n- Hint: Choose.\n- Code: MF1002")]
    public void A_failure_is_told_in_chinese_and_english(string error, string chinese, string english)
    {
        Assert.Equal(chinese, OssErrorSummary.Render(JsonNode.Parse(error)!.AsObject(), "zh"));
        Assert.Equal(english, OssErrorSummary.Render(JsonNode.Parse(error)!.AsObject(), "en"));
    }

    [Fact]
    public void The_advice_after_two_refusals_goes_before_the_refusals_own()
    {
        var error = new JsonObject { ["error"] = "No.", ["providerCode"] = "InvalidArgument", ["hint"] = Providers.AlibabaOss.Api.RefusalStreak.Advice };
        Assert.Contains("连续两次被拒绝", OssErrorSummary.Render(error, "zh"), StringComparison.Ordinal);
        Assert.Contains("Two refusals in a row", OssErrorSummary.Render(error, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_that_is_not_as_asked_ends_every_command_with_exit_code_1()
    {
        Assert.All(OssCommands.All, c => Assert.True(c.IsFailure!(new JsonObject { ["success"] = false })));
        Assert.All(OssCommands.All, c => Assert.False(c.IsFailure!(new JsonObject { ["success"] = true })));
        Assert.All(OssCommands.All, c => Assert.NotNull(c.RenderError));
    }

    [Theory]
    [InlineData("--timeout-seconds", "x", "--timeout-seconds takes a whole number, not 'x'.")]
    [InlineData("--timeout-seconds", "0", "--timeout-seconds must be more than 0.")]
    [InlineData("--expires", "-1", "--expires must be more than 0.")]
    [InlineData("--output-mode", "nope", "--output-mode takes one of url, download, save, not 'nope'.")]
    [InlineData("--alignment", "third", "--alignment takes one of first, second, custom, not 'third'.")]
    public void A_value_that_is_none_is_refused_whichever_flow_would_have_read_it(string option, string value, string message)
    {
        foreach (var operation in (string[])["resize:w=1", "video/convert:f=mp4", "upload"])
            Assert.Equal(message, Assert.Throws<InvalidInputException>(() => Build("process", ("--source", "a"), ("--operations", operation), (option, value))).Message);
    }

    private static CommandTarget Build(string name, params (string Name, string Value)[] values) =>
        OssCommands.All.Single(c => c.Name == name).Build(new CommandValues(
            values.GroupBy(v => v.Name).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(v => v.Value)]), _ => throw new InvalidOperationException()));
}
