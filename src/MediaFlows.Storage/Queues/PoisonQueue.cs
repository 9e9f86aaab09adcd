using System.Text.Json;
using MediaFlows.Core.Storage;
using MediaFlows.Storage.Accounts;

namespace MediaFlows.Storage.Queues;

/// <summary>
/// The queue <c>{queue}-poison</c>. A message goes in before it leaves its own queue, and out only after it is back there: a crash in between
/// shows it twice and never loses it.
/// </summary>
public sealed class PoisonQueue
{
    // An envelope adds base64 and its other members around the body.
    private const int MaxInlineBytes = 30 * 1024;
    private const int MaxReason = 2000;
    private static readonly TimeSpan Hidden = TimeSpan.FromSeconds(30);

    private readonly MessageQueue _queue;
    private readonly MessageQueue _poison;
    private readonly IBlobStore _blobs;
    private readonly TimeProvider _time;

    /// <summary>The poison queue of <paramref name="queue"/>; bodies that are too large for an envelope go to <paramref name="blobs"/>.</summary>
    public PoisonQueue(StorageAccount account, MessageQueue queue, IBlobStore blobs, TimeProvider time)
    {
        _queue = queue;
        _poison = new MessageQueue(account, queue.Name + "-poison", time);
        _blobs = blobs;
        _time = time;
    }

    /// <summary>Moves a message here. <paramref name="reason"/> must hold no secret.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF4001</c>; the message is then still in its own queue.</exception>
    public async Task QuarantineAsync(QueueItem item, string reason, CancellationToken cancellationToken)
    {
        var inline = item.Body.Length <= MaxInlineBytes;
        var envelope = new PoisonEnvelope
        {
            OriginalId = item.Id,
            Reason = reason.Length <= MaxReason ? reason : reason[..MaxReason],
            Deliveries = item.Deliveries,
            SentAt = item.SentAt,
            QuarantinedAt = _time.GetUtcNow(),
            Body = inline ? item.Body.ToArray() : null,
            Blob = inline ? null : $"poison/{_queue.Name}/{item.Id}",
        };
        if (envelope.Blob is { } blob) await BlobAsync(() => _blobs.PutAsync(blob, item.Body, BlobCondition.None, cancellationToken));
        await _poison.SendAsync(JsonSerializer.SerializeToUtf8Bytes(envelope, JsonSerializerOptions.Web), cancellationToken);
        await _queue.DeleteAsync(item, cancellationToken);
    }

    /// <summary>The oldest entries, 32 at most; they stay where they are.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF4001</c>.</exception>
    public async Task<IReadOnlyList<PoisonMessage>> ListAsync(int max, CancellationToken cancellationToken)
    {
        var messages = new List<PoisonMessage>();
        foreach (var item in await _poison.PeekAsync(max, cancellationToken)) messages.Add((await OpenAsync(item, cancellationToken)).Message);
        return messages;
    }

    /// <summary>About how many entries there are.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF4001</c>.</exception>
    public Task<int> CountAsync(CancellationToken cancellationToken) => _poison.CountAsync(cancellationToken);

    /// <summary>Sends entries back to their queue: the one with <paramref name="id"/>, or all when it is null. Returns how many went.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF4001</c>; what was not sent back by then is still here.</exception>
    public async Task<int> RequeueAsync(string? id, CancellationToken cancellationToken)
    {
        var passed = new List<QueueItem>();
        var sent = 0;
        try
        {
            while ((id is null || sent == 0) && await _poison.ReceiveAsync(MessageQueue.MaxBatch, Hidden, cancellationToken) is { Count: > 0 } items)
            {
                foreach (var item in items)
                {
                    if (id is not null && item.Id != id) passed.Add(item);
                    else sent += await SendBackAsync(item, cancellationToken);
                }

                // The first ones that were passed over are visible again by now: everything was seen.
                if (passed.DistinctBy(p => p.Id).Count() < passed.Count) break;
            }
        }
        finally
        {
            foreach (var item in passed) await _poison.RenewAsync(item, TimeSpan.Zero, CancellationToken.None);
        }

        return sent;
    }

    private async Task<int> SendBackAsync(QueueItem item, CancellationToken cancellationToken)
    {
        var (message, blob) = await OpenAsync(item, cancellationToken);
        await _queue.SendAsync(message.Body, cancellationToken);
        if (!await _poison.DeleteAsync(item, cancellationToken)) return 0;
        if (blob is not null) await BlobAsync(() => _blobs.DeleteAsync(blob, null, cancellationToken));
        return 1;
    }

    private async Task<(PoisonMessage Message, string? Blob)> OpenAsync(QueueItem item, CancellationToken cancellationToken)
    {
        var envelope = Read(item);
        var body = envelope.Body ?? ReadOnlyMemory<byte>.Empty;
        if (envelope.Blob is { } blob) body = await BlobAsync(() => _blobs.GetAsync(blob, cancellationToken)) is { } content ? content.Bytes : body;
        var message = new PoisonMessage
        {
            Id = item.Id,
            OriginalId = envelope.OriginalId,
            Reason = envelope.Reason,
            Deliveries = envelope.Deliveries,
            SentAt = envelope.SentAt,
            QuarantinedAt = envelope.QuarantinedAt,
            Body = body,
        };
        return (message, envelope.Blob);
    }

    // The Functions host puts messages into this queue too, as they are and without an envelope.
    private static PoisonEnvelope Read(QueueItem item)
    {
        try
        {
            if (JsonSerializer.Deserialize<PoisonEnvelope>(item.Body.Span, JsonSerializerOptions.Web) is { } envelope) return envelope;
        }
        catch (JsonException)
        {
            // Not one of ours.
        }

        return new PoisonEnvelope
        {
            OriginalId = item.Id,
            Reason = "It was delivered too often without success.",
            Deliveries = item.Deliveries,
            SentAt = item.SentAt,
            QuarantinedAt = item.SentAt ?? default,
            Body = item.Body.ToArray(),
        };
    }

    private static async Task<T> BlobAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (BlobStoreException e)
        {
            throw Media.MediaFailures.Storage(e);
        }
    }

    private static Task BlobAsync(Func<Task> call) => BlobAsync(async () =>
    {
        await call();
        return true;
    });
}
