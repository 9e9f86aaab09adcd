namespace MediaFlows.Storage.Queues;

/// <summary>How a poison message is stored. Exactly one of <see cref="Body"/> and <see cref="Blob"/> is set.</summary>
internal sealed record PoisonEnvelope
{
    public required string OriginalId { get; init; }

    public required string Reason { get; init; }

    public long Deliveries { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset QuarantinedAt { get; init; }

    /// <summary>The original bytes, where they fit.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The blob that holds them otherwise.</summary>
    public string? Blob { get; init; }
}
