using System.Net;
using System.Text.Json.Nodes;

namespace MediaFlows.Cli.Tests.Usage;

public sealed class TextErrorTests
{
    private const string Failed = """
        {"id":"f1","pipeline":"p","state":"failed","error":{"code":"MF3003","message":"HeadObject: OSS refused.","hint":"Look.","providerCode":"NoSuchKey","providerRequestId":"R1"}}
        """;

    private readonly FakeHost _host = new();

    [Fact]
    public async Task A_failed_flow_is_text_where_text_was_asked_for_and_json_elsewhere()
    {
        _host.Flow("oss.process", Failed);
        Assert.Equal(1, await _host.RunAsync("oss", "process", "--source", "a.png", "--operations", "info"));
        Assert.Equal("MF3003", (string)JsonNode.Parse(_host.Output)!["code"]!);
        var text = new FakeHost();
        text.Flow("oss.process", Failed);
        Assert.Equal(1, await text.RunAsync("oss", "process", "--source", "a.png", "--operations", "info", "--output", "text"));
        Assert.StartsWith("处理结果如下：\n- 状态: 失败\n- 请求 ID: R1\n", text.Output, StringComparison.Ordinal);
        text = new FakeHost();
        text.Flow("oss.process", Failed);
        await text.RunAsync("oss", "process", "--source", "a.png", "--operations", "info", "--output", "text", "--lang", "en");
        Assert.StartsWith("Result summary:\n- Status: Failed\n- RequestID: R1\n", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_without_words_of_its_own_gets_the_common_form()
    {
        _host.Flow("byteplus.enhance", Failed);
        Assert.Equal(1, await _host.RunAsync("run", "byteplus.enhance", "{}", "--output", "text"));
        Assert.Equal("Failed: HeadObject: OSS refused.\nHint: Look.\nCode: MF3003 (mediaflows explain MF3003)", _host.Output);
    }

    [Fact]
    public async Task A_refused_start_is_text_too_with_a_line_for_each_field_and_choice()
    {
        _host.Answers["POST /api/flows/byteplus.enhance"] = (HttpStatusCode.UnprocessableEntity,
            """{"code":"MF1001","detail":"A. B.","hint":"Correct it.","errors":{"vid":["A."],"config":["B."]},"questions":[{"field":"style","text":"Which?","options":[{"label":"Natural","value":"n"}]}]}""");
        Assert.Equal(2, await _host.RunAsync("run", "byteplus.enhance", "{}", "--output", "text"));
        Assert.Equal("Failed:\n- vid: A.\n- config: B.\n? Which?\n  - Natural (n)\nHint: Correct it.\nCode: MF1001 (mediaflows explain MF1001)", _host.Output);
    }

    [Fact]
    public async Task A_completed_flow_whose_result_is_not_as_asked_ends_with_exit_code_1()
    {
        _host.Flow("oss.process", """{"id":"f1","pipeline":"p","state":"completed","output":{"success":false}}""");
        Assert.Equal(1, await _host.RunAsync("oss", "process", "--source", "a.png", "--operations", "info"));
        Assert.Equal("""{"success":false}""", _host.Output);
    }

    [Fact]
    public async Task A_result_that_the_host_could_not_write_is_refused_before_anything_is_paid()
    {
        _host.MediaRoot = Path.Combine(Path.GetTempPath(), "media");
        string[] line = ["oss", "process", "--source", "a.mp4", "--operations", "video/convert:f=mp4", "--target-key", "b.mp4", "--output-path"];
        Assert.Equal(2, await _host.RunAsync([.. line, Path.Combine(Path.GetTempPath(), "elsewhere", "b.mp4")]));
        Assert.Equal("MF1007", (string)JsonNode.Parse(_host.Output)!["code"]!);
        Assert.Empty(_host.Asked);
        await _host.RunAsync([.. line, Path.Combine(_host.MediaRoot, "b.mp4")]);
        Assert.Contains("POST /api/flows/oss.process-async", _host.Asked);
    }
}
