using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Storage.Media;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Tests.Media;

public sealed class FileMediaTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-files-").FullName;
    private readonly string _root;

    public FileMediaTests()
    {
        _root = Path.Combine(_folder, "root");
        Directory.CreateDirectory(Path.Combine(_root, "sub"));
        File.WriteAllText(Path.Combine(_root, "a.mp4"), "0123456789");
        File.WriteAllText(Path.Combine(_folder, "secret.txt"), "secret");
        Directory.CreateDirectory(Path.Combine(_folder, "root-other"));
        File.WriteAllText(Path.Combine(_folder, "root-other", "b.mp4"), "other");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("sub/../../secret.txt")]
    [InlineData("../root-other/b.mp4")]
    [InlineData("../missing.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task A_path_that_leads_outside_is_refused_whether_it_exists_or_not(string file)
    {
        await FailsAsync(ErrorCodes.FileOutsideRoot, () => Store().InspectAsync(new MediaSource { File = file }, Token));
        await FailsAsync(ErrorCodes.FileOutsideRoot, () => Store().OpenAsync(new MediaSource { File = file }, 0, null, null, Token));
        await FailsAsync(ErrorCodes.FileOutsideRoot, () => Store().WriteAsync(new MediaSource { File = file }, MediaBytes.Text("x"), null, Token));
    }

    [Fact]
    public async Task A_link_that_leads_outside_is_refused_and_one_that_stays_inside_is_not()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need special rights there.");
        File.CreateSymbolicLink(Path.Combine(_root, "out.txt"), Path.Combine(_folder, "secret.txt"));
        File.CreateSymbolicLink(Path.Combine(_root, "relative.txt"), "../secret.txt");
        Directory.CreateSymbolicLink(Path.Combine(_root, "outdir"), _folder);
        File.CreateSymbolicLink(Path.Combine(_root, "chain.txt"), "outdir/secret.txt");
        File.CreateSymbolicLink(Path.Combine(_root, "dangling.txt"), Path.Combine(_folder, "not-yet.txt"));
        File.CreateSymbolicLink(Path.Combine(_root, "loop.txt"), "loop.txt");
        File.CreateSymbolicLink(Path.Combine(_root, "sub", "in.mp4"), "../a.mp4");
        foreach (var file in (string[])["out.txt", "relative.txt", "outdir/secret.txt", "chain.txt", "dangling.txt", "loop.txt"])
        {
            await FailsAsync(ErrorCodes.FileOutsideRoot, () => Store().InspectAsync(new MediaSource { File = file }, Token));
            await FailsAsync(ErrorCodes.FileOutsideRoot, () => Store().WriteAsync(new MediaSource { File = file }, MediaBytes.Text("x"), null, Token));
        }

        Assert.Equal("secret", await File.ReadAllTextAsync(Path.Combine(_folder, "secret.txt"), Token));
        Assert.False(File.Exists(Path.Combine(_folder, "not-yet.txt")));
        Assert.Equal(10, (await Store().InspectAsync(new MediaSource { File = "sub/in.mp4" }, Token)).Length);
    }

    [Fact]
    public async Task A_root_that_is_itself_a_link_serves_its_target()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need special rights there.");
        var link = Path.Combine(_folder, "link");
        Directory.CreateSymbolicLink(link, _root);
        Assert.Equal(10, (await Store(link).InspectAsync(new MediaSource { File = Path.Combine(link, "a.mp4") }, Token)).Length);
    }

    [Fact]
    public async Task Parts_are_read_and_a_change_is_seen_before_and_during_the_read()
    {
        var source = new MediaSource { File = "a.mp4" };
        var store = Store();
        var info = await store.InspectAsync(source, Token);
        Assert.Equal(("a.mp4", (long?)10, "video/mp4"), (info.Name, info.Length, info.ContentType));
        Assert.Equal("345"u8.ToArray(), await MediaBytes.ReadAsync(await store.OpenAsync(source, 3, 3, info.Version, Token), Token));
        Assert.Equal("789"u8.ToArray(), await MediaBytes.ReadAsync(await store.OpenAsync(source, 7, null, null, Token), Token));
        await FailsAsync(ErrorCodes.ContentMismatch, () => store.OpenAsync(source, 5, 6, null, Token));

        var open = await store.OpenAsync(source, 0, null, info.Version, Token);
        await File.WriteAllTextAsync(Path.Combine(_root, "a.mp4"), "0123456789 and more", Token);
        await FailsAsync(ErrorCodes.ContentMismatch, () => MediaBytes.ReadAsync(open, Token));
        await FailsAsync(ErrorCodes.ContentMismatch, () => store.OpenAsync(source, 0, null, info.Version, Token));
    }

    [Fact]
    public async Task A_file_is_written_whole_or_not_at_all()
    {
        var store = Store();
        var bytes = MediaBytes.Of(500_000);
        var written = await store.WriteAsync(new MediaSource { File = "new/deep/out.mp4" }, new TrickleStream(bytes, 7_001), null, Token);
        Assert.Equal(new MediaWritten(bytes.Length, MediaBytes.Sha256(bytes), "video/mp4"), written);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(_root, "new", "deep", "out.mp4"), Token));

        await FailsAsync(ErrorCodes.StorageUnavailable, () => store.WriteAsync(new MediaSource { File = "a.mp4" }, new TrickleStream(bytes, 10_000) { FailAfter = 100_000 }, null, Token));
        Assert.Equal("0123456789", await File.ReadAllTextAsync(Path.Combine(_root, "a.mp4"), Token));
        Assert.Equal(["a.mp4"], Directory.GetFiles(_root).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Missing_files_folders_and_a_host_without_a_root_are_clear_errors()
    {
        await FailsAsync(ErrorCodes.FileNotFound, () => Store().InspectAsync(new MediaSource { File = "none.mp4" }, Token));
        await FailsAsync(ErrorCodes.FileNotFound, () => Store().InspectAsync(new MediaSource { File = "sub" }, Token));
        var e = await Assert.ThrowsAsync<FlowException>(() => Store(root: null, set: false).InspectAsync(new MediaSource { File = "a.mp4" }, Token));
        Assert.Contains("MEDIAFLOWS_FILE_ROOT", e.Error.Hint, StringComparison.Ordinal);
    }

    private static async Task FailsAsync(string code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAnyAsync<FlowException>(call)).Error.Code);

    private MediaStore Store(string? root = null, bool set = true) =>
        new(() => throw new NotSupportedException(), new MediaOptions { FileRoot = set ? root ?? _root : null }, new GuardedHttpClient(new GuardedHttpOptions()), TimeProvider.System);
}
