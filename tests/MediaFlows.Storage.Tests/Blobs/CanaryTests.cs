using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Text;
using Azure.Core.Diagnostics;
using Azure.Storage.Sas;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Queues;
using MediaFlows.Storage.Tests.Faults;
using MediaFlows.Testing.Azurite;

namespace MediaFlows.Storage.Tests.Blobs;

/// <summary>A key and a signature that are easy to find again are used for calls that fail in every way; no text that comes out may hold them.</summary>
public sealed class CanaryTests(AzuriteFixture azurite)
{
    private const string Canary = "Q0FOQVJZc2lnbmF0dXJlQ0FOQVJZ";

    private const string OddCode = "c0de";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_failure_and_no_log_of_the_SDK_holds_a_key_or_a_signature()
    {
        var logged = new ConcurrentQueue<string>();
        using var listener = new AzureEventSourceListener((_, text) => logged.Enqueue(text), EventLevel.Verbose);
        var texts = new List<string>();
        foreach (var connectionString in (string[])[WrongKey(), WrongSignature()])
        {
            var faults = new PipelineFaults();
            var account = new StorageAccount(new StorageOptions { ConnectionString = connectionString, Pipeline = faults.Install });
            var store = account.OpenContainer("canary");
            foreach (var (fail, isFault) in Faults(faults))
            {
                foreach (var call in Calls(store, account))
                {
                    fail();
                    var e = await Record.ExceptionAsync(call);
                    Assert.True(e is BlobStoreException or FlowException || isFault, $"{e}");
                    if (e is not null) texts.Add(Everything(e));
                }
            }
        }

        Assert.True(texts.Count > 40 && !logged.IsEmpty, "the calls failed and the SDK logged");
        Assert.All(texts.Concat(logged), t => Assert.DoesNotContain(Canary, t, StringComparison.Ordinal));
        Assert.All(texts, t => Assert.DoesNotContain("SharedKey ", t, StringComparison.Ordinal));
        Assert.All(texts, t => Assert.DoesNotContain(OddCode, t, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AccountName=a;AccountKey=" + Canary + "?;BlobEndpoint=nonsense")]
    [InlineData("AccountKey=" + Canary)]
    [InlineData("BlobEndpoint=http://127.0.0.1:1/a?sig=" + Canary + ";SharedAccessSignature")]
    [InlineData(Canary)]
    public void A_connection_string_that_cannot_be_read_is_not_quoted(string text)
    {
        var e = Assert.Throws<FlowException>(() => new StorageAccount(new StorageOptions { ConnectionString = text }).OpenContainer("container"));
        Assert.DoesNotContain(Canary, Everything(e), StringComparison.Ordinal);
    }

    private static IEnumerable<(Action Fail, bool IsFault)> Faults(PipelineFaults faults)
    {
        yield return (() => { }, false);
        yield return (() => faults.AnswerNext(403, "AuthenticationFailed", $"<Error><Code>AuthenticationFailed</Code><Message>sig={Canary}</Message><AuthenticationErrorDetail>The MAC signature '{Canary}' is not the same</AuthenticationErrorDetail></Error>"), false);
        yield return (() => faults.AnswerNext(500, "not a " + OddCode), false);
        yield return (() => faults.DropNextAnswer(), true);
    }

    private static IEnumerable<Func<Task>> Calls(IBlobStore store, StorageAccount account)
    {
        var queue = new MessageQueue(account, "canary", TimeProvider.System);
        yield return () => store.GetAsync("a", Token);
        yield return () => store.GetRangeAsync("a", 0, 5, Token);
        yield return () => store.StatAsync("a", Token);
        yield return () => store.PutAsync("a", "x"u8.ToArray(), BlobCondition.Absent, Token);
        yield return () => store.CreateAppendAsync("l", Token);
        yield return () => store.AppendAsync("l", "x"u8.ToArray(), 0, Token);
        yield return () => store.DeleteAsync("a", null, Token);
        yield return async () => await store.ListAsync("", Token).GetAsyncEnumerator(Token).MoveNextAsync();
        yield return () => queue.SendAsync("x"u8.ToArray(), Token);
        yield return () => queue.ReceiveAsync(1, TimeSpan.FromSeconds(30), Token);
    }

    // Everything that a logger could get hold of.
    private static string Everything(Exception? e)
    {
        var text = new StringBuilder();
        for (; e is not null; e = e.InnerException)
        {
            text.AppendLine(e.ToString());
            if (e is FlowException flow) text.AppendLine(flow.Error.ToString());
            foreach (var value in e.Data.Values) text.AppendLine(value?.ToString());
        }

        return text.ToString();
    }

    private string WrongKey() => azurite.ConnectionString.Replace(AccountKey(), Canary, StringComparison.Ordinal);

    private string WrongSignature()
    {
        var blob = azurite.ConnectionString.Split(';').First(p => p.StartsWith("BlobEndpoint=", StringComparison.Ordinal));
        var queue = azurite.ConnectionString.Split(';').First(p => p.StartsWith("QueueEndpoint=", StringComparison.Ordinal));
        return $"{blob};{queue};SharedAccessSignature=sv=2023-11-03&ss=bq&srt=sco&sp=rwdlacup&se=2099-01-01T00:00:00Z&sig={Canary}";
    }

    private string AccountKey() => azurite.ConnectionString.Split(';').First(p => p.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
}
