using Azure.Core;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Media;
using MediaFlows.Storage.Tests.Faults;
using MediaFlows.Storage.Urls;
using MediaFlows.Testing.Azurite;
using MediaFlows.Testing.Time;

namespace MediaFlows.Storage.Tests.Media;

public sealed class BlobMediaTests(AzuriteFixture azurite)
{
    private const int Block = 64 * 1024;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Block - 1)]
    [InlineData(Block)]
    [InlineData(Block + 1)]
    [InlineData((7 * Block) + 13)]
    [InlineData(8 * Block)]
    public async Task What_is_written_is_read_back_with_its_checksum(int length)
    {
        var media = NewStore();
        var bytes = MediaBytes.Of(length);
        var source = new MediaSource { Blob = "folder/clip ü.mp4" };
        var written = await media.WriteAsync(source, new TrickleStream(bytes, 10_007), null, Token);
        Assert.Equal(new MediaWritten(length, MediaBytes.Sha256(bytes), "video/mp4"), written);
        Assert.Equal(bytes, await MediaBytes.ReadAsync(await media.OpenAsync(source, 0, null, null, Token), Token));
        var info = await media.InspectAsync(source, Token);
        Assert.Equal(("clip ü.mp4", (long?)length, "video/mp4", ".mp4"), (info.Name, info.Length, info.ContentType, info.Extension));
        Assert.Equal(written.Sha256, (await media.FindAsync("folder/clip ü.mp4", Token))!.Sha256);
    }

    [Theory]
    [InlineData(0, 10L)]
    [InlineData(5, 0L)]
    [InlineData(Block - 5, 10L)]
    [InlineData((3 * Block) - 1, null)]
    [InlineData(3 * Block, null)]
    public async Task Any_part_can_be_opened(int offset, long? length)
    {
        var media = NewStore();
        var bytes = MediaBytes.Of(3 * Block);
        var source = new MediaSource { Blob = "a.mp4" };
        await media.WriteAsync(source, new MemoryStream(bytes), null, Token);
        var part = await MediaBytes.ReadAsync(await media.OpenAsync(source, offset, length, null, Token), Token);
        Assert.Equal(bytes.Skip(offset).Take((int)(length ?? bytes.Length)), part);
    }

    [Fact]
    public async Task A_part_of_another_version_is_never_mixed_in()
    {
        var media = NewStore();
        var source = new MediaSource { Blob = "a.mp4" };
        await media.WriteAsync(source, MediaBytes.Text("first version"), null, Token);
        var version = (await media.InspectAsync(source, Token)).Version;
        await media.WriteAsync(source, MediaBytes.Text("other version"), null, Token);
        await FailsAsync(ErrorCodes.ContentMismatch, () => media.OpenAsync(source, 3, 3, version, Token));
        await FailsAsync(ErrorCodes.ContentMismatch, () => media.OpenAsync(source, 3, 100, null, Token));
    }

    [Fact]
    public async Task A_write_that_breaks_off_leaves_what_was_there()
    {
        var media = NewStore();
        var source = new MediaSource { Blob = "a.mp4" };
        await media.WriteAsync(source, MediaBytes.Text("the old one"), null, Token);
        var broken = new TrickleStream(MediaBytes.Of(5 * Block), Block) { FailAfter = 3 * Block };
        await Assert.ThrowsAsync<IOException>(() => media.WriteAsync(source, broken, null, Token));
        Assert.Equal("the old one"u8.ToArray(), await MediaBytes.ReadAsync(await media.OpenAsync(source, 0, null, null, Token), Token));
        await Assert.ThrowsAsync<IOException>(() => media.WriteAsync(new MediaSource { Blob = "new.mp4" }, new TrickleStream(MediaBytes.Of(5 * Block), Block) { FailAfter = 3 * Block }, null, Token));
        Assert.Null(await media.FindAsync("new.mp4", Token));
    }

    [Fact]
    public async Task Two_writers_of_one_name_leave_one_whole_file()
    {
        var media = NewStore();
        var source = new MediaSource { Blob = "a.mp4" };
        var contents = new[] { MediaBytes.Of(5 * Block, 1), MediaBytes.Of(5 * Block, 2) };
        var writes = contents.Select(c => media.WriteAsync(source, new MemoryStream(c), null, Token)).ToList();
        await Task.WhenAll(writes.Select(w => w.ContinueWith(_ => { }, TaskScheduler.Default)));
        Assert.Contains(writes, w => w.IsCompletedSuccessfully);
        var read = await MediaBytes.ReadAsync(await media.OpenAsync(source, 0, null, null, Token), Token);
        Assert.Contains(contents, c => c.AsSpan().SequenceEqual(read));
    }

    [Fact]
    public async Task A_lost_answer_or_a_busy_server_does_not_cost_the_file()
    {
        var faults = new PipelineFaults();
        var time = new VirtualTime();
        var media = NewStore(o => o.Pipeline = faults.Install, time: time);
        var bytes = MediaBytes.Of(6 * Block);
        faults.DropNextAnswer(IsWrite);
        faults.AnswerNext(503, "ServerBusy");
        faults.AnswerNext(500);
        var source = new MediaSource { Blob = "a.mp4" };
        var write = media.WriteAsync(source, new MemoryStream(bytes), null, Token);
        while (!write.IsCompleted)
        {
            time.AdvanceToNextTimer();
            await Task.Yield();
        }

        Assert.Equal(MediaBytes.Sha256(bytes), (await write).Sha256);
        Assert.Equal(bytes, await MediaBytes.ReadAsync(await media.OpenAsync(source, 0, null, null, Token), Token));
    }

    [Fact]
    public async Task The_limits_of_one_item_and_of_all_together_hold()
    {
        var media = NewStore(media: new MediaOptions { BlockBytes = Block, MaxBytes = 2 * Block, TotalBytes = 3 * Block });
        await FailsAsync(ErrorCodes.BodyTooLarge, () => media.WriteAsync(new MediaSource { Blob = "large.mp4" }, new MemoryStream(MediaBytes.Of((2 * Block) + 1)), null, Token));
        await media.WriteAsync(new MediaSource { Blob = "a.mp4" }, new MemoryStream(MediaBytes.Of(2 * Block)), null, Token);
        await FailsAsync(ErrorCodes.BodyTooLarge, () => media.WriteAsync(new MediaSource { Blob = "b.mp4" }, new MemoryStream(MediaBytes.Of(Block + 1)), null, Token));
        Assert.True(await media.DeleteAsync(new MediaSource { Blob = "a.mp4" }, Token));
        Assert.False(await media.DeleteAsync(new MediaSource { Blob = "a.mp4" }, Token));
        await media.WriteAsync(new MediaSource { Blob = "b.mp4" }, new MemoryStream(MediaBytes.Of(Block + 1)), null, Token);
        var names = new List<string>();
        await foreach (var item in media.ListAsync("", Token)) names.Add($"{item.Name} {item.Length}");
        Assert.Equal([$"b.mp4 {Block + 1}"], names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData(".")]
    [InlineData("a/../b")]
    [InlineData("a\\b")]
    [InlineData("a?sig=1")]
    [InlineData("a%2fb")]
    [InlineData("a\nb")]
    [InlineData(" a")]
    [InlineData("a.")]
    public async Task A_name_that_could_mean_two_things_is_refused(string name)
    {
        var media = NewStore();
        await Assert.ThrowsAsync<InvalidInputException>(() => media.WriteAsync(new MediaSource { Blob = name }, Stream.Null, null, Token));
        await Assert.ThrowsAsync<InvalidInputException>(() => media.InspectAsync(new MediaSource { Blob = name }, Token));
        await Assert.ThrowsAsync<InvalidInputException>(() => media.DeleteAsync(new MediaSource { Blob = name }, Token));
    }

    [Fact]
    public async Task A_missing_blob_and_a_source_of_no_or_two_kinds_are_clear_errors()
    {
        var media = NewStore();
        await FailsAsync(ErrorCodes.BlobNotFound, () => media.InspectAsync(new MediaSource { Blob = "none.mp4" }, Token));
        await FailsAsync(ErrorCodes.BlobNotFound, () => media.OpenAsync(new MediaSource { Blob = "none.mp4" }, 0, null, null, Token));
        await Assert.ThrowsAsync<InvalidInputException>(() => media.InspectAsync(new MediaSource(), Token));
        await Assert.ThrowsAsync<InvalidInputException>(() => media.InspectAsync(new MediaSource { Blob = "a", File = "b" }, Token));
        await Assert.ThrowsAsync<InvalidInputException>(() => media.WriteAsync(new MediaSource { Url = "http://example.com" }, Stream.Null, null, Token));
    }

    private static bool IsWrite(HttpMessage message) => message.Request.Method == RequestMethod.Put;

    private static async Task FailsAsync(string code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAnyAsync<FlowException>(call)).Error.Code);

    private MediaStore NewStore(Action<StorageOptions>? configure = null, MediaOptions? media = null, TimeProvider? time = null)
    {
        var account = azurite.Account(o =>
        {
            o.MediaContainer = azurite.NewName("media");
            configure?.Invoke(o);
        });
        var http = new GuardedHttpClient(new GuardedHttpOptions());
        return new MediaStore(account.OpenMedia, media ?? new MediaOptions { BlockBytes = Block }, http, time ?? TimeProvider.System);
    }
}
