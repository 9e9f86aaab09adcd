using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Storage.Media;
using MediaFlows.Storage.Tests.Urls;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Tests.Media;

public sealed class UrlMediaTests : IDisposable
{
    private const string Query = "?x=1&Signature=c4n4ry";
    private static readonly byte[] Content = MediaBytes.Of(300_000);
    private readonly string _root = Directory.CreateTempSubdirectory("mediaflows-urls-").FullName;
    private readonly FileServer _file = new(Content);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_with_or_without_ranges_gives_any_part(bool ranges)
    {
        _file.Ranges = ranges;
        await using var server = _file.Start();
        var source = new MediaSource { Url = server.Url("/dir/clip.mp4" + Query) };
        var store = Store();
        var info = await store.InspectAsync(source, Token);
        Assert.Equal(("clip.mp4", (long?)Content.Length, "video/mp4", "\"v1\""), (info.Name, info.Length, info.ContentType, info.Version));
        foreach (var (offset, length) in ((long, long?)[])[(0, null), (0, 1000), (250_000, null), (100_000, 150_000), (7, 0)])
        {
            var part = await MediaBytes.ReadAsync(await store.OpenAsync(source, offset, length, info.Version, Token), Token);
            Assert.Equal(Content.Skip((int)offset).Take((int)(length ?? Content.Length)), part);
        }
    }

    [Fact]
    public async Task Another_version_behind_the_URL_is_refused()
    {
        await using var server = _file.Start();
        var source = new MediaSource { Url = server.Url() };
        var version = (await Store().InspectAsync(source, Token)).Version;
        _file.ETag = "\"v2\"";
        await FailsAsync(ErrorCodes.ContentMismatch, () => Store().OpenAsync(source, 100, 10, version, Token));
        await FailsAsync(ErrorCodes.ContentMismatch, () => Store().OpenAsync(source, 400_000, 10, null, Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_that_breaks_off_is_taken_up_where_it_stopped(bool ranges)
    {
        _file.Ranges = ranges;
        foreach (var limit in (int[])[100_000, 120_000, 0, 290_000]) _file.BreakAfter.Enqueue(limit);
        await using var server = _file.Start();
        var written = await Store().DownloadAsync(server.Url(), new MediaSource { File = "out.mp4" }, 400_000, Token);
        Assert.Equal(new MediaWritten(Content.Length, MediaBytes.Sha256(Content), "video/mp4"), written);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_an_error_where_nothing_says_that_the_rest_is_of_the_same_file()
    {
        _file.ETag = null;
        _file.BreakAfter.Enqueue(1000);
        await using var server = _file.Start();
        var e = await Assert.ThrowsAsync<FlowException>(() => Store().DownloadAsync(server.Url(), new MediaSource { File = "out.mp4" }, null, Token));
        Assert.True(e.Error.Retryable);
        Assert.Empty(Directory.GetFiles(_root));
    }

    [Fact]
    public async Task A_file_that_changes_between_two_halves_is_not_put_together()
    {
        _file.BreakAfter.Enqueue(150_000);
        await using var server = _file.Start();
        await using var body = await Store().OpenAsync(new MediaSource { Url = server.Url() }, 0, null, null, Token);
        _file.ETag = "\"v2\"";
        await FailsAsync(ErrorCodes.ContentMismatch, () => MediaBytes.ReadAsync(body, Token));
    }

    [Fact]
    public async Task A_download_keeps_to_its_limit()
    {
        await using var server = _file.Start();
        await FailsAsync(ErrorCodes.BodyTooLarge, () => Store().DownloadAsync(server.Url(), new MediaSource { File = "out.mp4" }, Content.Length - 1, Token));
        Assert.Empty(Directory.GetFiles(_root));
    }

    [Theory]
    [InlineData(404, ErrorCodes.FileNotFound, true)]
    [InlineData(403, ErrorCodes.FileNotFound, true)]
    [InlineData(410, ErrorCodes.FileNotFound, false)]
    [InlineData(429, ErrorCodes.ProviderUnavailable, true)]
    [InlineData(503, ErrorCodes.ProviderUnavailable, true)]
    public async Task A_refusal_says_whether_it_may_pass(int status, string code, bool retryable)
    {
        await using var server = RawServer.Fixed($"HTTP/1.1 {status} No\nContent-Length: 0\nConnection: close");
        foreach (var call in (Func<Task>[])[
            () => Store().InspectAsync(new MediaSource { Url = server.Url("/a.mp4" + Query) }, Token),
            () => Store().DownloadAsync(server.Url("/a.mp4" + Query), new MediaSource { File = "out.mp4" }, null, Token)])
        {
            var e = await Assert.ThrowsAsync<FlowException>(call);
            Assert.Equal((code, retryable, status), (e.Error.Code, e.Error.Retryable, e.Error.HttpStatus));
            Assert.DoesNotContain("c4n4ry", e + e.Error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/download?file=a.mp4", "attachment; filename=\"real.mov\"", "real.mov")]
    [InlineData("/download", "attachment; filename*=UTF-8''r%C3%A9al.mov", "réal.mov")]
    [InlineData("/download", "attachment; filename=\"../../etc/x.mp4\"", "x.mp4")]
    [InlineData("/a%2F..%2Fclip.mp4", "", "clip.mp4")]
    [InlineData("/clip.mp4", "attachment; filename=other.mov", "clip.mp4")]
    [InlineData("/", "", "")]
    public async Task The_name_comes_from_the_path_or_else_from_the_server(string path, string disposition, string name)
    {
        _file.ExtraHeaders = disposition.Length == 0 ? "" : $"Content-Disposition: {disposition}\r\n";
        await using var server = _file.Start();
        Assert.Equal(name, (await Store().InspectAsync(new MediaSource { Url = server.Url(path) }, Token)).Name);
    }

    [Fact]
    public async Task A_private_address_is_refused_for_reading_and_for_downloads()
    {
        await FailsAsync(ErrorCodes.UrlRefused, () => Store().InspectAsync(new MediaSource { Url = "http://169.254.169.254/a.mp4" }, Token));
        await FailsAsync(ErrorCodes.UrlRefused, () => Store().OpenAsync(new MediaSource { Url = "http://[::1]/a.mp4" }, 0, null, null, Token));
        await FailsAsync(ErrorCodes.UrlRefused, () => Store().DownloadAsync("file:///etc/passwd", new MediaSource { File = "out" }, null, Token));
    }

    private static async Task FailsAsync(string code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAnyAsync<FlowException>(call)).Error.Code);

    private MediaStore Store() => new(
        () => throw new NotSupportedException(),
        new MediaOptions { FileRoot = _root },
        new GuardedHttpClient(new GuardedHttpOptions { Allowed = UrlAllowList.Parse("127.0.0.1") }),
        TimeProvider.System);
}
