using MediaFlows.Core.Media;
using MediaFlows.Storage.Media;
using MediaFlows.Storage.Urls;
using MediaFlows.Testing.Azurite;

namespace MediaFlows.Storage.Tests.Media;

/// <summary>Counts what the whole process allocates, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(MediaMemoryTests), DisableParallelization = true)]
[Collection(nameof(MediaMemoryTests))]
public sealed class MediaMemoryTests(AzuriteFixture azurite)
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public async Task A_write_and_a_read_reuse_a_few_buffers_whatever_the_size()
    {
        var token = TestContext.Current.CancellationToken;
        var account = azurite.Account(o => o.MediaContainer = azurite.NewName("media"));
        using var http = new GuardedHttpClient(new GuardedHttpOptions());
        var media = new MediaStore(account.OpenMedia, new MediaOptions { BlockBytes = Mebibyte, ParallelBlocks = 2 }, http, TimeProvider.System);
        var source = new MediaSource { Blob = "large.mp4" };
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var content = new TrickleStream(MediaBytes.Of(Mebibyte), Mebibyte) { Repeat = 48 };
        Assert.Equal(48 * Mebibyte, (await media.WriteAsync(source, content, null, token)).Length);

        // Allocated, not held: a write that made its blocks anew each time would pass 48 MiB.
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 24 * Mebibyte);

        before = GC.GetTotalAllocatedBytes(precise: true);
        await using var read = await media.OpenAsync(source, 0, null, null, token);
        await read.CopyToAsync(Stream.Null, token);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 * Mebibyte);
    }
}
