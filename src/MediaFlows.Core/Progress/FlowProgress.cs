namespace MediaFlows.Core.Progress;

/// <summary>The custom status of a running flow: where it stands, in one small document.</summary>
public sealed record FlowProgress
{
    /// <summary>Stage tag of the provider's document (<c>S2_POLL</c>).</summary>
    public string? Stage { get; init; }

    /// <summary>1-based position of the stage.</summary>
    public int? StageIndex { get; init; }

    /// <summary>Number of stages.</summary>
    public int? StageCount { get; init; }

    /// <summary>Number of the current try or poll.</summary>
    public int? Attempt { get; init; }

    /// <summary>Most tries or polls.</summary>
    public int? MaxAttempts { get; init; }

    /// <summary>The provider's id of the job.</summary>
    public string? ProviderJobId { get; init; }

    /// <summary>The provider's own status word.</summary>
    public string? ProviderState { get; init; }

    /// <summary>0 to 100 as the provider says, where it does.</summary>
    public double? Percent { get; init; }

    /// <summary>UTC time of the next poll.</summary>
    public DateTime? NextPollAt { get; init; }

    /// <summary>Bytes sent so far.</summary>
    public long? BytesSent { get; init; }

    /// <summary>Bytes to send.</summary>
    public long? BytesTotal { get; init; }

    /// <summary>Estimated seconds to the end, from the pace so far.</summary>
    public long? SecondsLeft { get; init; }

    /// <summary>Instance id of the sub-orchestration that has the finer progress.</summary>
    public string? Child { get; init; }

    /// <summary>A short sentence.</summary>
    public string? Message { get; init; }

    /// <summary>Items done, failed and in all, for flows over many items.</summary>
    public ItemCounts? Items { get; init; }

    /// <summary>Deliveries of a webhook, oldest first, for the flow that makes them.</summary>
    public IReadOnlyList<Webhooks.WebhookReport>? Webhooks { get; init; }

    /// <summary>Use of a provider's limits, for the flow that holds them.</summary>
    public LimitProgress? Limits { get; init; }
}
