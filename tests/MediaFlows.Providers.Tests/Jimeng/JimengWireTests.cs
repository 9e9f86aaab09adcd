using System.Net;
using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.Jimeng.Api;
using MediaFlows.Providers.Volcengine;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Providers.Tests.Jimeng;

/// <summary>What goes over the wire, to the letter of the reference's vectors, and answers that no simulator gives.</summary>
public sealed class JimengWireTests
{
    [Fact]
    public async Task A_submit_is_the_reference_vector_to_the_letter()
    {
        var wire = new Wire("""{"code":10000,"data":{"task_id":"7392616336519610409"},"message":"Success","request_id":"r","status":10000}""");
        var request = new JimengRequest("jimeng_t2v_v30") { Prompt = "a golden retriever in a sunflower field", Frames = 121, AspectRatio = "16:9" };
        Assert.Equal("7392616336519610409", await wire.Client().SubmitAsync(JimengBody.Build(request, []), 300, default));
        Assert.Equal("https://visual.volcengineapi.com/?Action=CVSync2AsyncSubmitTask&Version=2022-08-31", wire.Request!.RequestUri!.ToString());
        Assert.Equal(
            """{"req_key":"jimeng_t2v_v30","prompt":"a golden retriever in a sunflower field","seed":-1,"frames":121,"aspect_ratio":"16:9"}""",
            wire.Sent);
        Assert.Equal("application/json", wire.Request.Content!.Headers.ContentType!.ToString());
        Assert.Equal(
            "HMAC-SHA256 Credential=AKLTEXAMPLEACCESSKEY0001/20260115/cn-north-1/cv/request, SignedHeaders=content-type;host;x-content-sha256;x-date, Signature=3c783ebe46bb86268b1a6f39f44643102779394f6364d7706b47cab387653ec7",
            wire.Request.Headers.NonValidated["Authorization"].ToString());
    }

    [Fact]
    public async Task A_query_with_a_session_token_is_the_reference_vector_to_the_letter()
    {
        var wire = new Wire("""{"code":10000,"data":{"status":"in_queue","video_url":"","resp_data":null}}""");
        await wire.Client("STS2eyJMVEFjY2Vzc0tleUlkIjoiQUtMVCJ9").QueryAsync(new JimengTarget("jimeng_t2v_v30", "7392616336519610409"), default);
        Assert.EndsWith(
            "SignedHeaders=content-type;host;x-content-sha256;x-date;x-security-token, Signature=fafab0787c6d23258d9977745f8c127cf8dac396f58daf803167f571d1f2479b",
            wire.Request!.Headers.NonValidated["Authorization"].ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_travels_as_a_string_of_json()
    {
        var wire = new Wire("""{"code":10000,"data":{"status":"in_queue"}}""");
        await wire.Client().QueryAsync(new JimengTarget("k", "1") { AigcMeta = new JimengAigcMeta { ProducerId = "一", ContentPropagator = "us" } }, default);
        Assert.Equal("""{"req_key":"k","task_id":"1","req_json":"{\"aigc_meta\":{\"producer_id\":\"一\",\"content_propagator\":\"us\"}}"}""", wire.Sent);
    }

    [Theory]
    [InlineData("\"18446744073709551615\"", "18446744073709551615")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    public async Task A_task_id_stays_text_digit_for_digit(string id, string expected)
    {
        var wire = new Wire($$$"""{"code":10000,"data":{"task_id":{{{id}}}}}""");
        Assert.Equal(expected, await wire.Client().SubmitAsync([], 300, default));
    }

    [Theory]
    [InlineData(502, "<html>", "json_error", true)]
    [InlineData(200, "<html>", "json_error", true)]
    [InlineData(200, "{}", "json_error", true)]
    [InlineData(404, "<html>", "json_error", false)]
    [InlineData(500, """{"ResponseMetadata":{"RequestId":"r","Error":{"CodeN":100014,"Code":"InternalError","Message":"x"}}}""", "InternalError", true)]
    [InlineData(500, """{"code":59998,"data":null,"message":"new"}""", "59998", true)]
    [InlineData(400, """{"code":59998,"data":null,"message":"new"}""", "59998", false)]
    public async Task A_submit_that_may_have_been_accepted_is_of_unknown_outcome(int status, string body, string code, bool unknown)
    {
        var wire = new Wire(body, status);
        var e = await Assert.ThrowsAnyAsync<FlowException>(() => wire.Client().SubmitAsync([], 300, default));
        Assert.Equal(unknown, e is OutcomeUnknownException);
        Assert.Equal(code, e.Error.Document!["error"]!["code"]!.ToString());
    }

    [Theory]
    [InlineData(429, """{"code":50429,"data":null,"message":"Request Has Reached API Limit"}""")]
    [InlineData(429, """{"ResponseMetadata":{"RequestId":"r","Error":{"CodeN":100018,"Code":"FlowLimitExceeded","Message":"x"}}}""")]
    [InlineData(429, "busy")]
    [InlineData(400, """{"ResponseMetadata":{"RequestId":"r","Error":{"CodeN":50430,"Code":"50430","Message":"Concurrent"}}}""")]
    public async Task A_throttled_submit_was_certainly_not_accepted(int status, string body)
    {
        var wire = new Wire(body, status);
        var e = await Assert.ThrowsAsync<FlowException>(() => wire.Client().SubmitAsync([], 300, default));
        Assert.Equal((ErrorCodes.ProviderThrottled, true), (e.Error.Code, e.Error.Retryable));
    }

    [Fact]
    public async Task A_read_timeout_is_the_documents_timeout_and_says_what_to_raise()
    {
        var wire = new Wire("") { Failure = new TaskCanceledException("slow", new TimeoutException()) };
        var e = await Assert.ThrowsAsync<OutcomeUnknownException>(() => wire.Client().SubmitAsync([], 300, default));
        Assert.Equal("""{"success":false,"error":{"code":"timeout","message":"Request timeout"}}""", e.Error.Document!.ToJsonString());
        Assert.Contains("JIMENG_VIDEO_API_TIMEOUT", e.Error.Hint, StringComparison.Ordinal);
        wire.Failure = new HttpRequestException(HttpRequestError.ConnectionError);
        var refused = await Assert.ThrowsAsync<FlowException>(() => wire.Client().SubmitAsync([], 300, default));
        Assert.True(refused.Error.Retryable);
        Assert.Equal("request_failed", refused.Error.Document!["error"]!["code"]!.ToString());
    }

    private sealed class Wire(string body, int status = 200) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpRequestMessage? Request { get; private set; }

        public string Sent { get; private set; } = "";

        public Exception? Failure { get; set; }

        public JimengClient Client(string? token = null)
        {
            var secrets = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["VOLC_ACCESSKEY"] = "AKLTEXAMPLEACCESSKEY0001",
                ["VOLC_SECRETKEY"] = "TESTSECRETKEY-not-real-0123456789abcdef==",
            };
            if (token is not null) secrets["VOLC_SESSION_TOKEN"] = token;
            var clock = new ServerClock(new VirtualTime(new DateTimeOffset(2026, 1, 15, 12, 34, 56, TimeSpan.Zero)));
            return new JimengClient(this, clock, new ConfigurationBuilder().Build(), new TestSecrets(secrets));
        }

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = request;
            Sent = Encoding.UTF8.GetString(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
            return Failure is null ? new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body) } : throw Failure;
        }
    }
}
