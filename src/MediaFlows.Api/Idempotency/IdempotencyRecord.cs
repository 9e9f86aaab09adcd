namespace MediaFlows.Api.Idempotency;

/// <summary>The durable record of an idempotency key. The key itself is not stored, its hash is the blob's name.</summary>
public sealed record IdempotencyRecord
{
    /// <summary>Hash of pipeline, body and options.</summary>
    public required string Payload { get; init; }

    /// <summary>The one instance that this key may start.</summary>
    public required string InstanceId { get; init; }

    /// <summary>How far the first request came.</summary>
    public required IdempotencyState State { get; init; }

    /// <summary>UTC time of the first request; the expiry counts from here.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC time until which the request that is starting the instance is left alone.</summary>
    public required DateTimeOffset LockedUntil { get; init; }
}
