namespace MediaFlows.Storage.Queues;

/// <summary>A message that could not be worked on, with its reason and its original bytes.</summary>
public sealed record PoisonMessage
{
    /// <summary>Id of this entry in the poison queue.</summary>
    public required string Id { get; init; }

    /// <summary>Id the message had in its own queue.</summary>
    public required string OriginalId { get; init; }

    /// <summary>Why it was put here, for a person.</summary>
    public required string Reason { get; init; }

    /// <summary>How many times it was delivered before.</summary>
    public long Deliveries { get; init; }

    /// <summary>UTC time it was first sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>UTC time it was put here.</summary>
    public DateTimeOffset QuarantinedAt { get; init; }

    /// <summary>The bytes as they were sent.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
