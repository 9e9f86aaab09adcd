using System.Net;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.Tests.VideoEval;

public sealed class VideoEvalClientTests
{
    private readonly StubbedService _service = new();

    [Fact]
    public async Task The_list_request_is_the_documents_to_the_letter()
    {
        _service.Body = """{"code":0,"message":"success","data":{"list":[]}}""";
        await _service.Client.ListTasksAsync(StubbedService.Call, default);
        Assert.Equal("https://console.volcengine.com/datatester/compass/api/v3/survey/task?page=1&page_size=100&agent_id=125", _service.Request!.RequestUri!.ToString());
        Assert.Equal("Accept: application/json\nx-product-version: 20\nAuthorization: bearer test-key-123", _service.RawHeaders);
    }

    [Fact]
    public async Task The_upload_is_a_form_with_one_part_named_file()
    {
        _service.Body = """{"code":0,"message":"success","data":{"id":90210}}""";
        var uploaded = await _service.Client.UploadAsync(StubbedService.Call, "视频 \"1\".mp4", 5, new MemoryStream("bytes"u8.ToArray()), null, default);
        Assert.Equal("90210", uploaded.AttachmentId);
        var type = _service.Request!.Content!.Headers.ContentType!.ToString();
        Assert.StartsWith("multipart/form-data; boundary=mediaflows-", type, StringComparison.Ordinal);
        var boundary = type.Split('=')[1];
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"视频 %221%22.mp4\"\r\nContent-Type: video/mp4\r\n\r\nbytes\r\n--{boundary}--\r\n",
            _service.Sent);
        Assert.Equal(System.Text.Encoding.UTF8.GetByteCount(_service.Sent), _service.Request.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_video_that_is_shorter_than_announced_is_no_upload()
    {
        var e = await Assert.ThrowsAsync<FlowException>(() => _service.Client.UploadAsync(StubbedService.Call, "a.mp4", 6, new MemoryStream("bytes"u8.ToArray()), null, default));
        Assert.True(e.Error.Retryable);
    }

    [Fact]
    public async Task The_creation_sends_the_documents_body()
    {
        _service.Body = """{"code":0,"message":"success","data":{"id":555001,"status":"RUNNING"}}""";
        var body = new JsonObject { ["agent_id"] = 125, ["prompt"] = "开头够强吗" };
        Assert.Equal(new CreatedTask("555001", "RUNNING"), await _service.Client.CreateTaskAsync(StubbedService.Call, body, default));
        Assert.Equal("""{"agent_id":125,"prompt":"开头够强吗"}""", _service.Sent);
        Assert.Equal("application/json", _service.Request!.Content!.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("""{"code":0,"data":{"id":18446744073709551615}}""", "18446744073709551615")]
    [InlineData("""{"data":{"id":"abc-1"}}""", "abc-1")]
    [InlineData("""{"code":"success","message":"ok","result":{"task":{"id":7}}}""", "7")]
    [InlineData("""{"code":"OK","payload":{"item":{"id":8}}}""", "8")]
    [InlineData("""{"id":9}""", "9")]
    [InlineData("""{"code":200,"message":"done","data":{"id":10}}""", "10")]
    public async Task Every_tolerated_form_of_an_answer_gives_its_id(string body, string id)
    {
        _service.Body = body;
        Assert.Equal(id, (await _service.Client.CreateTaskAsync(StubbedService.Call, [], default)).TaskId);
    }

    [Theory]
    [InlineData(200, """{"code":40001,"message":"bad prompt","data":null}""", ErrorCodes.ProviderRefused, false)]
    [InlineData(400, """{"code":40001,"msg":"bad prompt"}""", ErrorCodes.ProviderRefused, false)]
    [InlineData(401, """{"code":401,"message":"unauthorized","data":null}""", ErrorCodes.CredentialsRefused, false)]
    [InlineData(200, """{"code":401,"message":"unauthorized"}""", ErrorCodes.CredentialsRefused, false)]
    [InlineData(403, """{"code":1,"message":"no"}""", ErrorCodes.FeatureNotAllowed, false)]
    [InlineData(404, """{"code":40400,"message":"gone"}""", ErrorCodes.ProviderRefused, false)]
    [InlineData(429, """{"code":429,"message":"slow"}""", ErrorCodes.ProviderThrottled, true)]
    [InlineData(500, """{"code":500,"message":"oops"}""", ErrorCodes.ProviderUnavailable, true)]
    [InlineData(503, "<html>", ErrorCodes.ProviderUnavailable, true)]
    [InlineData(200, "<html>", ErrorCodes.ProviderAnswerUnreadable, false)]
    public async Task Refusals_are_told_apart_on_every_operation_even_behind_a_200(int status, string body, string code, bool retryable)
    {
        _service.Status = (HttpStatusCode)status;
        _service.Body = body;
        var list = await Assert.ThrowsAsync<FlowException>(() => _service.Client.ListTasksAsync(StubbedService.Call, default));
        Assert.Equal((code, retryable), (list.Error.Code, list.Error.Retryable));
        Assert.Equal(ErrorEnvelope.ListTasksFailed, Word(list));
        var detail = await Assert.ThrowsAsync<FlowException>(() => _service.Client.GetTaskAsync(StubbedService.Call, "1", default));
        Assert.Equal(ErrorEnvelope.GetTaskDetailFailed, Word(detail));
        var upload = await Assert.ThrowsAsync<FlowException>(() => _service.Client.UploadAsync(StubbedService.Call, "a.mp4", 1, new MemoryStream([1]), null, default));
        Assert.Equal(ErrorEnvelope.UploadRequestFailed, Word(upload));
    }

    [Theory]
    [InlineData(500, """{"code":1,"message":"oops"}""", ErrorEnvelope.CreateTaskFailed)]
    [InlineData(504, "<html>", ErrorEnvelope.CreateTaskFailed)]
    [InlineData(200, "<html>", ErrorEnvelope.CreateTaskFailed)]
    [InlineData(200, """{"code":50000,"message":"internal"}""", ErrorEnvelope.CreateTaskFailed)]
    [InlineData(200, """{"code":0,"data":{}}""", ErrorEnvelope.TaskIdMissing)]
    public async Task A_creation_that_may_have_happened_is_of_unknown_outcome(int status, string body, string word)
    {
        _service.Status = (HttpStatusCode)status;
        _service.Body = body;
        var e = await Assert.ThrowsAsync<OutcomeUnknownException>(() => _service.Client.CreateTaskAsync(StubbedService.Call, [], default));
        Assert.Equal(word, Word(e));
    }

    [Fact]
    public async Task A_creation_without_an_answer_is_of_unknown_outcome_and_one_that_was_not_sent_is_not()
    {
        _service.Failure = new TaskCanceledException("timeout");
        await Assert.ThrowsAsync<OutcomeUnknownException>(() => _service.Client.CreateTaskAsync(StubbedService.Call, [], default));
        _service.Failure = new HttpRequestException(HttpRequestError.ConnectionError);
        var e = await Assert.ThrowsAsync<FlowException>(() => _service.Client.CreateTaskAsync(StubbedService.Call, [], default));
        Assert.True(e.Error.Retryable);
    }

    [Fact]
    public async Task An_error_carries_the_documents_envelope_and_at_most_1000_characters_of_other_bodies()
    {
        _service.Status = HttpStatusCode.BadGateway;
        _service.Body = new string('x', 5000);
        var e = await Assert.ThrowsAsync<FlowException>(() => _service.Client.ListTasksAsync(StubbedService.Call, default));
        Assert.Equal(["status", "message", "request_id", "data", "error"], ((JsonObject)e.Error.Document!).Select(p => p.Key));
        Assert.Equal("error", e.Error.Document!["status"]!.ToString());
        Assert.Equal(StubbedService.Call.RequestId, e.Error.Document["request_id"]!.ToString());
        Assert.Equal(502, e.Error.Document["error"]!["details"]!["status_code"]!.GetValue<int>());
        Assert.Equal(1000, e.Error.Document["error"]!["details"]!["response"]!.ToString().Length);
    }

    [Fact]
    public async Task A_list_without_its_form_is_an_error_and_its_page_is_passed_on_untouched()
    {
        foreach (var data in (string[])["null", "[]", """{"list":{}}""", """{"list":[],"page":3}""", """{"list":[{"name":"no id"}]}"""])
        {
            _service.Body = $$"""{"code":0,"data":{{data}}}""";
            var e = await Assert.ThrowsAsync<FlowException>(() => _service.Client.ListTasksAsync(StubbedService.Call, default));
            Assert.Equal(ErrorEnvelope.InvalidTaskPayload, Word(e));
        }

        _service.Body = """{"code":0,"data":{"list":[{"id":1,"created_at":1768480496}],"page":{"weird":[1]}}}""";
        var list = await _service.Client.ListTasksAsync(StubbedService.Call, default);
        Assert.Equal("""{"weird":[1]}""", list.Page!.ToJsonString());
        Assert.Equal("1768480496", list.Items[0].CreatedAt!.ToJsonString());
    }

    [Theory]
    [InlineData("null", 0)]
    [InlineData("\"\"", 0)]
    [InlineData("[]", 0)]
    [InlineData("""[{"key":"video_structured_result","sub_tab":"a.mp4"},{"key":"video_structured_result","sub_tab":""},{"key":"video_structured_result","sub_tab":7},{"key":"video_structured_result","sub_tab":null},{"key":"video_structured_result"},{"key":"overview","sub_tab":"b"},3,null]""", 3)]
    public async Task The_detail_is_filtered_whether_it_is_a_list_or_a_string_that_holds_one(string detail, int kept)
    {
        _service.Body = $$$"""{"code":0,"data":{"id":1,"status":"X","detail":{{{detail}}}}}""";
        Assert.Equal(kept, (await _service.Client.GetTaskAsync(StubbedService.Call, "1", default)).FilteredDetailCount);
        _service.Body = new JsonObject { ["data"] = new JsonObject { ["id"] = 1, ["detail"] = detail == "\"\"" ? "" : detail } }.ToJsonString();
        var task = await _service.Client.GetTaskAsync(StubbedService.Call, "1", default);
        Assert.Equal(kept, task.Detail.Count);
        Assert.Null(task.TaskStatus);
    }

    [Theory]
    [InlineData("\"[{\"")]
    [InlineData("\"{}\"")]
    [InlineData("{}")]
    [InlineData("7")]
    public async Task A_malformed_detail_is_a_structured_error(string detail)
    {
        _service.Body = $$$"""{"code":0,"data":{"id":1,"detail":{{{detail}}}}}""";
        Assert.Equal(ErrorEnvelope.InvalidTaskPayload, Word(await Assert.ThrowsAsync<FlowException>(() => _service.Client.GetTaskAsync(StubbedService.Call, "1", default))));
    }

    [Fact]
    public async Task A_signed_url_in_a_refusal_shows_no_signature()
    {
        _service.Status = HttpStatusCode.BadRequest;
        _service.Body = """{"code":1,"message":"cannot read https://x.example/a.mp4?X-Tos-Signature=canary","data":{"url":"https://x.example/a?sign=canary"}}""";
        var e = await Assert.ThrowsAsync<FlowException>(() => _service.Client.ListTasksAsync(StubbedService.Call, default));
        Assert.DoesNotContain("canary", e.Error.Message + e.Error.Document!.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Word(FlowException e) => e.Error.Document!["error"]!["code"]!.ToString();
}
