using System.Text;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Ingest;
using MediaFlows.Storage.Queues;
using MediaFlows.Storage.Tests.Faults;
using MediaFlows.Testing.Azurite;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace MediaFlows.Storage.Tests.Ingest;

public sealed class IngestPumpTests : IAsyncDisposable
{
    private readonly VirtualTime _time = new();
    private readonly PipelineFaults _faults = new();
    private readonly ScriptedHandler _handler = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly StorageAccount _account;
    private readonly MessageQueue _queue;
    private readonly PoisonQueue _poison;

    // Looks at the same queues past the faults and the counter.
    private readonly MessageQueue _seenQueue;
    private readonly PoisonQueue _seenPoison;
    private Task _running = Task.CompletedTask;

    public IngestPumpTests(AzuriteFixture azurite)
    {
        _account = azurite.Account(o => o.Pipeline = _faults.Install);
        _queue = new MessageQueue(_account, azurite.NewName("ingest"), _time);
        var blobs = azurite.NewStore();
        _poison = new PoisonQueue(_account, _queue, blobs, _time);
        _seenQueue = new MessageQueue(azurite.Account(), _queue.Name, _time);
        _seenPoison = new PoisonQueue(azurite.Account(), _seenQueue, blobs, _time);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await UntilAsync(() => Task.FromResult(_running.IsCompleted));
        _stop.Dispose();
    }

    [Fact]
    public async Task Every_message_ends_handled_or_in_the_poison_queue_with_its_reason()
    {
        for (var i = 0; i < 20; i++) await SendAsync($"item {i}");
        foreach (var text in (string[])["refuse this", "fail always", "overload always", "crash always"]) await SendAsync(text);
        Start();
        await UntilAsync(async () => await _seenQueue.CountAsync(Token) == 0 && await _seenPoison.CountAsync(Token) == 4);
        var poison = (await _seenPoison.ListAsync(10, Token)).ToDictionary(p => Encoding.UTF8.GetString(p.Body.Span).Split(' ')[0], StringComparer.Ordinal);
        Assert.Equal(("MF1004 It is no item.", 1L), (poison["refuse"].Reason, poison["refuse"].Deliveries));
        Assert.Equal(("MF1008 Not there.", 5L), (poison["fail"].Reason, poison["fail"].Deliveries));
        Assert.Equal(("MF4006 Not now.", 20L), (poison["overload"].Reason, poison["overload"].Deliveries));
        Assert.Contains("InvalidOperationException", poison["crash"].Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("c4n4ry", poison["crash"].Reason, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"item {i}").Order(StringComparer.Ordinal), _handler.Handled.Where(h => h.StartsWith("item", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(5, _handler.Handled.Count(h => h.StartsWith("fail", StringComparison.Ordinal)));
        Assert.InRange(_handler.MostAtOnce, 1, 4);
    }

    [Fact]
    public async Task A_message_whose_work_always_ends_the_process_is_quarantined_unread()
    {
        await SendAsync("item deadly");
        for (var i = 0; i < 20; i++)
        {
            // A delivery that nobody finishes.
            var item = Assert.Single(await _seenQueue.ReceiveAsync(1, TimeSpan.FromMinutes(1), Token));
            await _seenQueue.RenewAsync(item, TimeSpan.Zero, Token);
        }

        Start();
        await UntilAsync(async () => await _seenPoison.CountAsync(Token) == 1);
        Assert.Empty(_handler.Handled);
        Assert.Contains("delivered 20 times", Assert.Single(await _seenPoison.ListAsync(1, Token)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_many_killed_hosts_left_behind_still_gets_its_five_tries()
    {
        await SendAsync("fail once killed");
        for (var i = 0; i < 12; i++)
        {
            var item = Assert.Single(await _seenQueue.ReceiveAsync(1, TimeSpan.FromMinutes(1), Token));
            await _seenQueue.RenewAsync(item, TimeSpan.Zero, Token);
        }

        Start();
        await UntilAsync(async () => await _seenPoison.CountAsync(Token) == 1);
        Assert.Equal(5, _handler.Handled.Count);
    }

    [Fact]
    public async Task Storage_that_fails_for_a_while_costs_nothing_but_time()
    {
        await SendAsync("item 1");
        _faults.AnswerNext(503, "ServerBusy");
        _faults.AnswerNext(500);
        Start();
        await UntilAsync(async () => await _seenQueue.CountAsync(Token) == 0);
        Assert.Equal(["item 1"], _handler.Handled);
    }

    [Fact]
    public async Task A_host_that_stops_finishes_what_it_began_and_takes_nothing_new()
    {
        await SendAsync("wait");
        Start();
        await UntilAsync(() => Task.FromResult(!_handler.Handled.IsEmpty));
        await _stop.CancelAsync();
        await SendAsync("item later");
        Assert.False(_running.IsCompleted);
        _handler.Gate.SetResult();
        await _running;
        Assert.Equal(1, await _seenQueue.CountAsync(Token));
    }

    [Fact]
    public async Task Work_that_does_not_end_within_the_drain_limit_is_left_for_another_delivery()
    {
        await SendAsync("wait");
        Start();
        await UntilAsync(() => Task.FromResult(!_handler.Handled.IsEmpty));
        await _stop.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(11));
        await _running;
        Assert.Equal((1, 0), (await _seenQueue.CountAsync(Token), await _seenPoison.CountAsync(Token)));
    }

    [Fact]
    public async Task An_empty_queue_costs_few_requests_an_hour()
    {
        await _queue.CountAsync(Token);
        var before = _account.Requests.Total;
        var end = _time.GetUtcNow() + TimeSpan.FromHours(1);
        Start();
        await UntilAsync(() => Task.FromResult(_time.GetUtcNow() >= end));
        Assert.InRange(_account.Requests.Total - before, 55, 70);
    }

    private void Start()
    {
        var options = new IngestPumpOptions { Parallel = 4, RetryDelay = TimeSpan.Zero };
        _running = new IngestPump(_queue, _poison, _handler, options, _time, NullLogger<IngestPump>.Instance).RunAsync(_stop.Token);
    }

    private Task<string> SendAsync(string text) => _seenQueue.SendAsync(Encoding.UTF8.GetBytes(text), Token);

    // The pump pauses in virtual time, storage answers in real time: a pause is skipped when nothing else is under way.
    private async Task UntilAsync(Func<Task<bool>> reached)
    {
        while (!await reached())
        {
            var requests = _account.Requests.Total;
            await Task.Yield();
            if (_account.Requests.Total == requests && _time.NextDue is { } due && due - _time.GetUtcNow() <= TimeSpan.FromMinutes(1)) _time.AdvanceToNextTimer();
        }
    }
}
