using System.Text.Json.Nodes;
using MediaFlows.Core.Commands;
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

    private static CommandTarget Build(string name, params (string Name, string Value)[] values) =>
        OssCommands.All.Single(c => c.Name == name).Build(new CommandValues(
            values.GroupBy(v => v.Name).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(v => v.Value)]), _ => throw new InvalidOperationException()));
}
