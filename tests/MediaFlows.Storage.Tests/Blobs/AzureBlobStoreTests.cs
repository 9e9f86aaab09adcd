using MediaFlows.Core.Storage;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Tests.Faults;
using MediaFlows.Storage.Tests.Urls;
using MediaFlows.Testing.Azurite;

namespace MediaFlows.Storage.Tests.Blobs;

public sealed class AzureBlobStoreTests(AzuriteFixture azurite) : BlobStoreContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_call_is_one_request_once_the_container_exists()
    {
        var account = azurite.Account();
        var store = account.OpenContainer(azurite.NewName());
        await store.PutAsync("a", Bytes("x"), BlobCondition.None, Token);
        var before = account.Requests.Total;
        await store.PutAsync("a", new byte[5_000_000], BlobCondition.None, Token);
        await store.GetAsync("a", Token);
        await store.GetRangeAsync("a", 10, 10, Token);
        await store.StatAsync("a", Token);
        await store.DeleteAsync("a", null, Token);
        Assert.Equal(5, account.Requests.Total - before);
    }

    [Fact]
    public async Task A_container_that_was_deleted_comes_back_with_the_next_write()
    {
        var store = azurite.NewStore();
        await store.PutAsync("a", Bytes("x"), BlobCondition.None, Token);
        await new Azure.Storage.Blobs.BlobServiceClient(azurite.ConnectionString).DeleteBlobContainerAsync(store.Container, cancellationToken: Token);
        Assert.Null(await store.GetAsync("a", Token));
        await FailsAsync(BlobFailure.NotFound, () => store.AppendAsync("log", Bytes("x"), 0, Token));
        await store.PutAsync("b", Bytes("y"), BlobCondition.Absent, Token);
        Assert.Equal("y", Text((await store.GetAsync("b", Token))!));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_reported_as_unknown_and_is_there()
    {
        var faults = new PipelineFaults();
        var store = azurite.NewStore(o => o.Pipeline = faults.Install);
        await store.CreateAppendAsync("log", Token);

        faults.DropNextAnswer();
        await FailsAsync(BlobFailure.Unavailable, () => store.AppendAsync("log", Bytes("abc"), 0, Token));
        Assert.Equal(3, (await store.StatAsync("log", Token))!.Length);

        faults.DropNextAnswer();
        await FailsAsync(BlobFailure.Unavailable, () => store.PutAsync("a", Bytes("x"), BlobCondition.Absent, Token));
        await FailsAsync(BlobFailure.ConditionNotMet, () => store.PutAsync("a", Bytes("x"), BlobCondition.Absent, Token));
    }

    [Fact]
    public async Task A_failed_request_is_not_repeated()
    {
        var faults = new PipelineFaults();
        var account = azurite.Account(o => o.Pipeline = faults.Install);
        var store = account.OpenContainer(azurite.NewName());
        foreach (var status in (int[])[500, 503, 429, 408])
        {
            var before = account.Requests.Total;
            faults.AnswerNext(status);
            await FailsAsync(status == 429 ? BlobFailure.Throttled : BlobFailure.Unavailable, () => store.GetAsync("a", Token));
            Assert.Equal(1, account.Requests.Total - before);
        }
    }

    [Fact]
    public async Task A_server_that_does_not_listen_is_unavailable()
    {
        var store = new StorageAccount(new StorageOptions
        {
            ConnectionString = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:1/devstoreaccount1;",
        }).OpenContainer("container");
        var e = await Assert.ThrowsAsync<BlobStoreException>(() => store.GetAsync("a", Token));
        Assert.Equal(BlobFailure.Unavailable, e.Failure);
        Assert.Contains("ConnectionRefused", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_unavailable_after_one_try()
    {
        await using var server = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        var account = new StorageAccount(new StorageOptions
        {
            ConnectionString = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Zm9v;BlobEndpoint=http://127.0.0.1:{server.Port}/devstoreaccount1;",
            NetworkTimeout = TimeSpan.FromMilliseconds(50),
        });
        await FailsAsync(BlobFailure.Unavailable, () => account.OpenContainer("container").PutAsync("a", Bytes("x"), BlobCondition.None, Token));
        Assert.Equal(1, account.Requests.Total);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_storage_failure()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => azurite.NewStore().GetAsync("a", cancelled.Token));
    }

    protected override IBlobStore NewStore() => azurite.NewStore();
}
