using System.Text;
using Azure.Storage.Queues;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Queues;
using MediaFlows.Storage.Tests.Faults;
using MediaFlows.Testing.Azurite;
using MediaFlows.Testing.Time;

namespace MediaFlows.Storage.Tests.Queues;

public sealed class MessageQueueTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_sent_received_and_deleted()
    {
        var queue = NewQueue();
        Assert.Empty(await queue.ReceiveAsync(10, Minute, Token));
        var id = await queue.SendAsync(Bytes("{\"a\":1}"), Token);
        await queue.SendAsync(Bytes("second"), Token);
        Assert.Equal(["{\"a\":1}", "second"], (await queue.PeekAsync(10, Token)).Select(Text));
        var items = await queue.ReceiveAsync(100, Minute, Token);
        Assert.Equal((id, "{\"a\":1}", 1L), (items[0].Id, Text(items[0]), items[0].Deliveries));
        Assert.Empty(await queue.ReceiveAsync(10, Minute, Token));
        Assert.True(await queue.DeleteAsync(items[0], Token));
        Assert.False(await queue.DeleteAsync(items[0], Token));
        Assert.Equal(1, await queue.CountAsync(Token));
    }

    [Fact]
    public async Task A_plain_message_of_another_sender_is_understood()
    {
        var queue = NewQueue();
        await queue.CountAsync(Token);
        await new QueueClient(azurite.ConnectionString, queue.Name).SendMessageAsync("{\"plain\":\"ü\"}", Token);
        Assert.Equal("{\"plain\":\"ü\"}", Text(Assert.Single(await queue.ReceiveAsync(1, Minute, Token))));
    }

    [Fact]
    public async Task The_loser_of_a_message_learns_it_and_can_neither_renew_nor_delete_it()
    {
        var queue = NewQueue();
        await queue.SendAsync(Bytes("x"), Token);
        var first = Assert.Single(await queue.ReceiveAsync(1, Minute, Token));
        var stale = new QueueItem(first.Id, first.PopReceipt, "x", 1, null);
        Assert.True(await queue.RenewAsync(first, TimeSpan.Zero, Token));
        var second = Assert.Single(await queue.ReceiveAsync(1, Minute, Token));
        Assert.Equal((first.Id, 2L), (second.Id, second.Deliveries));
        Assert.False(await queue.RenewAsync(stale, Minute, Token));
        Assert.False(await queue.DeleteAsync(stale, Token));
        Assert.True(await queue.DeleteAsync(second, Token));
    }

    [Fact]
    public async Task A_message_is_renewed_while_its_work_takes_long()
    {
        var time = new VirtualTime();
        var queue = NewQueue(time: time);
        await queue.SendAsync(Bytes("x"), Token);
        var item = Assert.Single(await queue.ReceiveAsync(1, Minute, Token));
        var receipts = new HashSet<string>(StringComparer.Ordinal);
        var held = await queue.HoldAsync(item, Minute, async token =>
        {
            for (var i = 0; i < 4; i++)
            {
                var before = item.PopReceipt;
                receipts.Add(before);
                while (time.NextDue is null) await Task.Yield();
                time.Advance(TimeSpan.FromSeconds(20));
                while (item.PopReceipt == before) await Task.Yield();
            }

            Assert.False(token.IsCancellationRequested);
        }, Token);
        Assert.True(held);
        Assert.Equal(4, receipts.Count);
        Assert.True(await queue.DeleteAsync(item, Token));
    }

    [Fact]
    public async Task Work_that_ends_in_the_middle_of_a_renewal_can_still_delete_its_message()
    {
        var time = new VirtualTime();
        var faults = new PipelineFaults();
        var queue = NewQueue(o => o.Pipeline = faults.Install, time);
        await queue.SendAsync(Bytes("x"), Token);
        var item = Assert.Single(await queue.ReceiveAsync(1, Minute, Token));
        var carriedOut = new TaskCompletionSource();
        var answer = new TaskCompletionSource();
        faults.DelayNextAnswer(carriedOut, answer.Task);
        var held = queue.HoldAsync(item, Minute, async _ =>
        {
            while (time.NextDue is null) await Task.Yield();
            time.Advance(TimeSpan.FromSeconds(20));
            await carriedOut.Task;
        }, Token);
        await carriedOut.Task;

        // Time for the end of the work to be noticed while the answer is still on its way.
        for (var i = 0; i < 200; i++) await Task.Yield();
        answer.SetResult();
        Assert.True(await held);
        Assert.True(await queue.DeleteAsync(item, Token));
    }

    [Fact]
    public async Task Work_on_a_message_that_was_lost_is_cancelled()
    {
        var time = new VirtualTime();
        var queue = NewQueue(time: time);
        await queue.SendAsync(Bytes("x"), Token);
        var item = Assert.Single(await queue.ReceiveAsync(1, Minute, Token));
        var copy = new QueueItem(item.Id, item.PopReceipt, "x", 1, null);
        Assert.True(await queue.DeleteAsync(copy, Token));
        var held = await queue.HoldAsync(item, Minute, async token =>
        {
            while (time.NextDue is null) await Task.Yield();
            time.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(Timeout.Infinite, token);
        }, Token);
        Assert.False(held);
    }

    [Fact]
    public async Task A_lost_answer_to_a_send_is_retryable_and_may_leave_the_message()
    {
        var faults = new PipelineFaults();
        var queue = NewQueue(o => o.Pipeline = faults.Install);
        await queue.CountAsync(Token);
        faults.DropNextAnswer();
        var e = await Assert.ThrowsAsync<FlowException>(() => queue.SendAsync(Bytes("x"), Token));
        Assert.Equal((ErrorCodes.StorageUnavailable, true), (e.Error.Code, e.Error.Retryable));
        Assert.Equal(1, await queue.CountAsync(Token));
    }

    [Fact]
    public async Task A_body_that_no_message_holds_is_refused_before_it_is_sent()
    {
        var e = await Assert.ThrowsAsync<FlowException>(() => NewQueue().SendAsync(new byte[49 * 1024], Token));
        Assert.Equal(ErrorCodes.BodyTooLarge, e.Error.Code);
    }

    [Fact]
    public async Task A_poison_message_keeps_its_bytes_and_its_reason_and_can_be_sent_back()
    {
        var (queue, poison) = NewPoison();
        var large = Encoding.UTF8.GetBytes("{" + new string('x', 60_000) + "}");
        byte[][] bodies = [Bytes("not json \u0001 ü"), [0, 1, 2, 255], large];
        foreach (var body in bodies) await queue.SendAsync(body, Token);
        foreach (var item in await queue.ReceiveAsync(10, Minute, Token)) await poison.QuarantineAsync(item, $"cannot be read ({item.Body.Length} bytes)", Token);
        Assert.Equal((0, 3), (await queue.CountAsync(Token), await poison.CountAsync(Token)));

        var listed = await poison.ListAsync(10, Token);
        Assert.Equal(bodies, listed.Select(p => p.Body.ToArray()));
        Assert.Equal("cannot be read (60002 bytes)", listed[2].Reason);
        Assert.Equal(1, await poison.RequeueAsync(listed[1].Id, Token));
        Assert.Equal((1, 2), (await queue.CountAsync(Token), await poison.CountAsync(Token)));
        Assert.Equal(0, await poison.RequeueAsync("no such id", Token));
        Assert.Equal(2, await poison.RequeueAsync(null, Token));
        var back = (await queue.ReceiveAsync(10, Minute, Token)).Select(i => i.Body.ToArray()).ToList();
        Assert.Equal(bodies.OrderBy(b => b.Length), back.OrderBy(b => b.Length));
    }

    [Fact]
    public async Task A_message_that_the_Functions_host_gave_up_on_is_listed_and_sent_back_too()
    {
        var (queue, poison) = NewPoison();
        await poison.CountAsync(Token);
        var client = new QueueClient(azurite.ConnectionString, queue.Name + "-poison", new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await client.SendMessageAsync("{\"item\":1}", Token);
        Assert.Equal("{\"item\":1}", Encoding.UTF8.GetString(Assert.Single(await poison.ListAsync(5, Token)).Body.Span));
        Assert.Equal(1, await poison.RequeueAsync(null, Token));
        Assert.Equal("{\"item\":1}", Text(Assert.Single(await queue.ReceiveAsync(1, Minute, Token))));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Text(QueueItem item) => Encoding.UTF8.GetString(item.Body.Span);

    private MessageQueue NewQueue(Action<StorageOptions>? configure = null, TimeProvider? time = null) =>
        new(azurite.Account(configure), azurite.NewName("q"), time ?? TimeProvider.System);

    private (MessageQueue Queue, PoisonQueue Poison) NewPoison()
    {
        var account = azurite.Account();
        var queue = new MessageQueue(account, azurite.NewName("q"), TimeProvider.System);
        return (queue, new PoisonQueue(account, queue, azurite.NewStore(), TimeProvider.System));
    }
}
