using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MediaFlows.Api.Tests.Hosting;

namespace MediaFlows.Api.Tests.Start;

public sealed class BodyTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    public static TheoryData<string, byte[]> Broken => new()
    {
        { "not JSON", "{ title: 1 }"u8.ToArray() },
        { "cut off", """{"title":"x" """u8.ToArray() },
        { "two documents", "{}{}"u8.ToArray() },
        { "a comment", "{} // no"u8.ToArray() },
        { "an array", "[]"u8.ToArray() },
        { "a string", "\"x\""u8.ToArray() },
        { "a member twice", """{"title":"x","title":"y"}"""u8.ToArray() },
        { "too deep", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 65)) + "1" + new string('}', 65)) },
        { "not UTF-8", [(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}'] },
        { "half a surrogate pair", """{"title":"\ud800"}"""u8.ToArray() },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_body_that_is_not_strict_JSON_is_refused(string what, byte[] body)
    {
        using var answer = await SendAsync(body, "application/json");
        var problem = await answer.ShouldBeProblem(HttpStatusCode.BadRequest, "MF1004");
        Assert.NotEmpty(what);
        Assert.Contains("nothing was started", (string?)problem["hint"]);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? contentType)
    {
        using var answer = await SendAsync("{}"u8.ToArray(), contentType);
        await answer.ShouldBeProblem(HttpStatusCode.UnsupportedMediaType, "MF1013");
    }

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/merge-patch+json")]
    public async Task JSON_by_another_name_is_taken(string contentType)
    {
        using var answer = await SendAsync("""{"title":"x","colour":"darkRed"}"""u8.ToArray(), contentType);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_beyond_one_mebibyte_is_refused(bool announced)
    {
        var body = Encoding.ASCII.GetBytes($$"""{"title":"{{new string('x', 1024 * 1024)}}","colour":"darkRed"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/flows/sample.paint") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        request.Headers.TransferEncodingChunked = announced ? null : true;

        using var answer = await host.Http.SendAsync(request);
        await answer.ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "MF1005");
    }

    [Fact]
    public async Task A_body_just_within_the_limit_is_taken()
    {
        var frame = """{"title":"","colour":"darkRed"}""";
        var body = frame.Replace("\"\"", $"\"{new string('x', (1024 * 1024) - frame.Length)}\"", StringComparison.Ordinal);
        using var answer = await SendAsync(Encoding.ASCII.GetBytes(body), "application/json");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(byte[] body, string? contentType)
    {
        using var content = new ByteArrayContent(body);
        if (contentType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await host.Http.PostAsync("/api/flows/sample.paint", content);
    }
}
