using System.Text;
using MediaFlows.Core.Storage;

namespace MediaFlows.Storage.Tests.Blobs;

/// <summary>What every <see cref="IBlobStore"/> promises; run for Azurite and for the one in memory that the engine's simulation uses.</summary>
public abstract class BlobStoreContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract IBlobStore NewStore();

    [Fact]
    public async Task A_missing_blob_reads_as_null_and_deleting_it_is_no_error()
    {
        var store = NewStore();
        Assert.Null(await store.GetAsync("a", Token));
        Assert.Null(await store.GetRangeAsync("a", 0, 10, Token));
        Assert.Null(await store.StatAsync("a", Token));
        await store.DeleteAsync("a", null, Token);
        await store.DeleteAsync("a", "\"0x1\"", Token);
        Assert.Empty(await ListAsync(store, ""));
    }

    [Fact]
    public async Task What_is_written_is_read_with_the_version_that_the_write_returned()
    {
        var store = NewStore();
        var etag = await store.PutAsync("dir/a b+ü.json", Bytes("hello"), BlobCondition.None, Token);
        var read = (await store.GetAsync("dir/a b+ü.json", Token))!;
        Assert.Equal("hello", Text(read));
        Assert.Equal((etag, 5L), (read.ETag, read.TotalLength));
        var stat = (await store.StatAsync("dir/a b+ü.json", Token))!;
        Assert.Equal((etag, 5L), (stat.ETag, stat.Length));
        var listed = Assert.Single(await ListAsync(store, "dir/"));
        Assert.Equal((etag, "dir/a b+ü.json", 5L), (listed.ETag, listed.Name, listed.Length));
    }

    [Theory]
    [InlineData(0, 4, "0123")]
    [InlineData(6, 4, "6789")]
    [InlineData(8, 100, "89")]
    [InlineData(10, 1, "")]
    [InlineData(50, 5, "")]
    [InlineData(3, 0, "")]
    public async Task A_range_gives_what_there_is_and_the_whole_length(long offset, int length, string expected)
    {
        var store = NewStore();
        var etag = await store.PutAsync("a", Bytes("0123456789"), BlobCondition.None, Token);
        var read = (await store.GetRangeAsync("a", offset, length, Token))!;
        Assert.Equal((expected, etag, 10L), (Text(read), read.ETag, read.TotalLength));
    }

    [Fact]
    public async Task An_empty_blob_has_an_empty_range()
    {
        var store = NewStore();
        await store.PutAsync("a", default, BlobCondition.None, Token);
        Assert.Equal(0, (await store.GetAsync("a", Token))!.TotalLength);
        Assert.Equal(0, (await store.GetRangeAsync("a", 0, 10, Token))!.Bytes.Length);
    }

    [Fact]
    public async Task Only_one_of_two_writers_creates_a_blob()
    {
        var store = NewStore();
        await store.PutAsync("a", Bytes("first"), BlobCondition.Absent, Token);
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.PutAsync("a", Bytes("second"), BlobCondition.Absent, Token));
        Assert.Equal("first", Text((await store.GetAsync("a", Token))!));
    }

    [Fact]
    public async Task A_write_with_an_old_version_is_refused()
    {
        var store = NewStore();
        var first = await store.PutAsync("a", Bytes("1"), BlobCondition.None, Token);
        var second = await store.PutAsync("a", Bytes("2"), BlobCondition.Match(first), Token);
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.PutAsync("a", Bytes("3"), BlobCondition.Match(first), Token));
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.DeleteAsync("a", first, Token));
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.PutAsync("b", Bytes("3"), BlobCondition.Match(first), Token));
        await store.DeleteAsync("a", second, Token);
        Assert.Null(await store.GetAsync("a", Token));
    }

    [Fact]
    public async Task Appends_go_to_the_expected_position_or_nowhere()
    {
        var store = NewStore();
        await store.CreateAppendAsync("log", Token);
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.CreateAppendAsync("log", Token));
        Assert.Equal(3, await store.AppendAsync("log", Bytes("abc"), 0, Token));
        Assert.Equal(5, await store.AppendAsync("log", Bytes("de"), 3, Token));
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.AppendAsync("log", Bytes("x"), 3, Token));
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.AppendAsync("log", Bytes("x"), 6, Token));
        Assert.Equal("abcde", Text((await store.GetAsync("log", Token))!));
        Assert.Equal("cd", Text((await store.GetRangeAsync("log", 2, 2, Token))!));
    }

    [Fact]
    public async Task An_append_to_what_is_no_log_is_refused()
    {
        var store = NewStore();
        await store.PutAsync("block", Bytes("x"), BlobCondition.None, Token);
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.AppendAsync("block", Bytes("x"), 1, Token));
        await FailsAsync(BlobFailure.NotFound, () => store.AppendAsync("missing", Bytes("x"), 0, Token));
    }

    [Fact]
    public async Task A_block_holds_one_byte_to_four_mebibytes()
    {
        var store = NewStore();
        await store.CreateAppendAsync("log", Token);
        await FailsAsync(BlobFailure.Rejected, () => store.AppendAsync("log", default, 0, Token));
        await FailsAsync(BlobFailure.Rejected, () => store.AppendAsync("log", new byte[4 * 1024 * 1024 + 1], 0, Token));
        Assert.Equal(4 * 1024 * 1024, await store.AppendAsync("log", new byte[4 * 1024 * 1024], 0, Token));
    }

    [Fact]
    public async Task A_listing_is_in_ordinal_order_and_keeps_to_its_prefix()
    {
        var store = NewStore();
        string[] names = ["p/b", "p/a", "p/B", "p/a-1", "p/a/2", "p/10", "p/9", "q/a"];
        foreach (var name in names) await store.PutAsync(name, Bytes("x"), BlobCondition.None, Token);
        var listed = await ListAsync(store, "p/");
        Assert.Equal(names.Where(n => n[0] == 'p').Order(StringComparer.Ordinal), listed.Select(b => b.Name));
    }

    protected static async Task FailsAsync(BlobFailure failure, Func<Task> call) =>
        Assert.Equal(failure, (await Assert.ThrowsAsync<BlobStoreException>(call)).Failure);

    protected static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    protected static string Text(BlobContent content) => Encoding.UTF8.GetString(content.Bytes.Span);

    private static async Task<List<BlobItem>> ListAsync(IBlobStore store, string prefix)
    {
        var items = new List<BlobItem>();
        await foreach (var item in store.ListAsync(prefix, Token)) items.Add(item);
        return items;
    }
}
