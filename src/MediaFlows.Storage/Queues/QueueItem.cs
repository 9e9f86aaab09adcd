namespace MediaFlows.Storage.Queues;

/// <summary>One message that was received and is hidden from others for a while.</summary>
public sealed class QueueItem
{
    /// <summary>Takes what was received; <paramref name="text"/> is the message as it is stored.</summary>
    public QueueItem(string id, string popReceipt, string text, long deliveries, DateTimeOffset? sentAt)
    {
        Id = id;
        PopReceipt = popReceipt;
        Body = MessageText.Decode(text);
        Deliveries = deliveries;
        SentAt = sentAt;
    }

    /// <summary>The message's id, the same at every delivery.</summary>
    public string Id { get; }

    /// <summary>Proof of this delivery; it changes with every renewal.</summary>
    public string PopReceipt { get; internal set; }

    /// <summary>The message as its sender meant it: base64 is decoded, plain text is its UTF-8 bytes.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>How many times it was delivered, this one included.</summary>
    public long Deliveries { get; }

    /// <summary>UTC time it was put into the queue.</summary>
    public DateTimeOffset? SentAt { get; }
}
