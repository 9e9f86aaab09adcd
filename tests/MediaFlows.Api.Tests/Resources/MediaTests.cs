using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using MediaFlows.Api.Tests.Hosting;

namespace MediaFlows.Api.Tests.Resources;

public sealed class MediaTests(ApiTestHost host) : IClassFixture<ApiTestHost>
{
    private static readonly byte[] Clip = [.. Enumerable.Range(0, 1000).Select(i => (byte)i)];

    [Fact]
    public async Task A_file_is_stored_read_looked_at_and_deleted()
    {
        using var content = new ByteArrayContent(Clip);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("video/mp4");
        using var put = await host.Http.PutAsync("/api/media/a/b%20c.mp4", content);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        Assert.EndsWith("/api/media/a/b%20c.mp4", put.Headers.Location!.AbsoluteUri);
        var stored = await ApiTestHost.JsonOf(put);
        Assert.Equal("a/b c.mp4", (string?)stored["name"]);
        Assert.Equal("a/b c.mp4", (string?)stored["source"]!["blob"]);
        Assert.Equal(1000, (int)stored["length"]!);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Clip)), (string?)stored["sha256"]);

        using var get = await host.Http.GetAsync("/api/media/a/b%20c.mp4");
        Assert.Equal(Clip, await get.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", get.Content.Headers.ContentDisposition?.DispositionType);
        Assert.StartsWith("sandbox", get.Headers.GetValues("Content-Security-Policy").Single());

        using var head = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/media/a/b%20c.mp4"));
        Assert.Equal(1000, head.Content.Headers.ContentLength);

        using var gone = await host.Http.DeleteAsync("/api/media/a/b%20c.mp4");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            using var missing = await host.Http.SendAsync(new HttpRequestMessage(method, "/api/media/a/b%20c.mp4"));
            await missing.ShouldBeProblem(HttpStatusCode.NotFound, "MF1008");
        }
    }

    [Theory]
    [InlineData("bytes=0-9", 0, 10)]
    [InlineData("bytes=990-", 990, 10)]
    [InlineData("bytes=-10", 990, 10)]
    [InlineData("bytes=990-5000", 990, 10)]
    public async Task A_range_is_answered_with_its_bytes(string range, int from, int count)
    {
        using var put = await host.Http.PutAsync("/api/media/range", new ByteArrayContent(Clip));
        using var answer = await GetAsync("/api/media/range", ("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(Clip.Skip(from).Take(count), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(new ContentRangeHeaderValue(from, from + count - 1, 1000), answer.Content.Headers.ContentRange);
    }

    [Fact]
    public async Task A_range_outside_is_416_and_a_stale_one_is_the_whole()
    {
        using var put = await host.Http.PutAsync("/api/media/edge", new ByteArrayContent(Clip));
        using var outside = await GetAsync("/api/media/edge", ("Range", "bytes=1000-"));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, outside.StatusCode);
        using var stale = await GetAsync("/api/media/edge", ("Range", "bytes=0-1"), ("If-Range", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
    }

    [Fact]
    public async Task An_unchanged_file_is_not_sent_again()
    {
        using var put = await host.Http.PutAsync("/api/media/same", new ByteArrayContent(Clip));
        using var first = await host.Http.GetAsync("/api/media/same");
        using var again = await GetAsync("/api/media/same", ("If-None-Match", first.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("a%5Cb")]
    [InlineData("a//b")]
    [InlineData("a%00b")]
    [InlineData("dot.")]
    public async Task A_name_that_could_be_a_trick_is_refused(string name)
    {
        using var answer = await host.Http.PutAsync("/api/media/" + name, new ByteArrayContent(Clip));
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task A_file_beyond_the_limit_of_JSON_bodies_is_taken()
    {
        using var content = new ByteArrayContent(new byte[40 * 1024 * 1024]);
        using var answer = await host.Http.PutAsync("/api/media/large", content);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        using var gone = await host.Http.DeleteAsync("/api/media/large");
    }

    private Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return host.Http.SendAsync(request);
    }
}
