namespace MediaFlows.Core.Webhooks;

/// <summary>Where a delivery stands.</summary>
public enum WebhookDeliveryState
{
    /// <summary>It is tried, or tried again later.</summary>
    Pending,

    /// <summary>The receiver answered 2xx.</summary>
    Delivered,

    /// <summary>Every try of the schedule failed.</summary>
    GivenUp,

    /// <summary>The receiver answered 410: it wants no more.</summary>
    Disabled,
}
