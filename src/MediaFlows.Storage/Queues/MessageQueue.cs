using Azure.Storage.Queues;
using MediaFlows.Core.Errors;
using MediaFlows.Storage.Accounts;

namespace MediaFlows.Storage.Queues;

/// <summary>
/// One storage queue. Delivery is at least once: a send whose answer was lost, or a receiver that was too slow, brings a message twice, so
/// receivers recognise work by its content, never by the message.
/// </summary>
public sealed class MessageQueue
{
    /// <summary>Most messages of one receive.</summary>
    public const int MaxBatch = 32;

    private readonly Lazy<QueueClient> _client;
    private readonly TimeProvider _time;

    /// <summary>The queue <paramref name="name"/> of <paramref name="account"/>; created when it is first used, and no account is needed before.</summary>
    public MessageQueue(StorageAccount account, string name, TimeProvider time)
    {
        Name = name;
        _client = new Lazy<QueueClient>(() => account.OpenQueue(name));
        _time = time;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    private QueueClient Client => _client.Value;

    /// <summary>Puts a message into the queue and returns its id. After a retryable failure it may be there all the same.</summary>
    /// <exception cref="FlowException"><c>MF1005</c> above 48 KiB; <c>MF4001</c>.</exception>
    public Task<string> SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken, TimeSpan? visibleAfter = null)
    {
        if (MessageText.Encode(body) is not { } text)
        {
            throw new FlowException(ErrorCodes.BodyTooLarge, $"A queue message holds {MessageText.MaxBodyBytes} bytes and this one has {body.Length}.", "Put the items into a manifest blob and send a message that names it.");
        }

        // -1 s: it never expires. The service's own limit of seven days would drop messages of a hub that was down for a week.
        return QueueCalls.RunAsync(Client, $"send to queue {Name}", async () =>
            (await Client.SendMessageAsync(text, visibleAfter, TimeSpan.FromSeconds(-1), cancellationToken)).Value.MessageId, cancellationToken);
    }

    /// <summary>Up to <paramref name="max"/> messages (32 at most), hidden from others for <paramref name="visibility"/>; empty when there are none.</summary>
    /// <exception cref="FlowException"><c>MF4001</c>.</exception>
    public Task<IReadOnlyList<QueueItem>> ReceiveAsync(int max, TimeSpan visibility, CancellationToken cancellationToken) =>
        QueueCalls.RunAsync<IReadOnlyList<QueueItem>>(Client, $"receive from queue {Name}", async () =>
        {
            var messages = (await Client.ReceiveMessagesAsync(Math.Clamp(max, 1, MaxBatch), visibility, cancellationToken)).Value;
            return [.. messages.Select(m => new QueueItem(m.MessageId, m.PopReceipt, m.MessageText, m.DequeueCount, m.InsertedOn))];
        }, cancellationToken);

    /// <summary>Hides a message for <paramref name="visibility"/> from now on; false when it is no longer ours.</summary>
    /// <exception cref="FlowException"><c>MF4001</c>.</exception>
    public Task<bool> RenewAsync(QueueItem item, TimeSpan visibility, CancellationToken cancellationToken) =>
        QueueCalls.OnMessageAsync($"renew a message of queue {Name}", async () =>
        {
            // Without text the stored message stays as it is.
            item.PopReceipt = (await Client.UpdateMessageAsync(item.Id, item.PopReceipt, visibilityTimeout: visibility, cancellationToken: cancellationToken)).Value.PopReceipt;
        }, cancellationToken);

    /// <summary>Takes a finished message out of the queue; false when it is no longer ours, and then it may be delivered again.</summary>
    /// <exception cref="FlowException"><c>MF4001</c>.</exception>
    public Task<bool> DeleteAsync(QueueItem item, CancellationToken cancellationToken) =>
        QueueCalls.OnMessageAsync($"delete a message of queue {Name}", () => Client.DeleteMessageAsync(item.Id, item.PopReceipt, cancellationToken), cancellationToken);

    /// <summary>
    /// Runs <paramref name="work"/> and renews the message meanwhile, at a third of <paramref name="visibility"/>. When the message is lost to
    /// another receiver the work's token is cancelled. Returns whether the message was ours to the end.
    /// </summary>
    public async Task<bool> HoldAsync(QueueItem item, TimeSpan visibility, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewUntilAsync(item, visibility, lost, done.Token);
        try
        {
            await work(lost.Token);
        }
        catch (OperationCanceledException) when (lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await done.CancelAsync();
            await renewal;
        }

        return !lost.IsCancellationRequested;
    }

    /// <summary>The first messages (32 at most) without receiving them; deliveries are not counted.</summary>
    /// <exception cref="FlowException"><c>MF4001</c>.</exception>
    public Task<IReadOnlyList<QueueItem>> PeekAsync(int max, CancellationToken cancellationToken) =>
        QueueCalls.RunAsync<IReadOnlyList<QueueItem>>(Client, $"look into queue {Name}", async () =>
        {
            var messages = (await Client.PeekMessagesAsync(Math.Clamp(max, 1, MaxBatch), cancellationToken)).Value;
            return [.. messages.Select(m => new QueueItem(m.MessageId, "", m.MessageText, m.DequeueCount, m.InsertedOn))];
        }, cancellationToken);

    /// <summary>About how many messages there are, hidden ones included.</summary>
    /// <exception cref="FlowException"><c>MF4001</c>.</exception>
    public Task<int> CountAsync(CancellationToken cancellationToken) =>
        QueueCalls.RunAsync(Client, $"count queue {Name}", async () => (await Client.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount, cancellationToken);

    private async Task RenewUntilAsync(QueueItem item, TimeSpan visibility, CancellationTokenSource lost, CancellationToken done)
    {
        try
        {
            while (true)
            {
                await Task.Delay(visibility / 3, _time, done);
                if (await TryRenewAsync(item, visibility)) continue;
                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    private async Task<bool> TryRenewAsync(QueueItem item, TimeSpan visibility)
    {
        try
        {
            // Never cancelled: a renewal that was carried out without our seeing its answer would leave us with a receipt that no longer deletes.
            return await RenewAsync(item, visibility, CancellationToken.None);
        }
        catch (FlowException)
        {
            // Two more tries fit in before the message would be seen by others.
            return true;
        }
    }
}
