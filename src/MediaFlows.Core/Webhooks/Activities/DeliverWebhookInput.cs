using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Webhooks.Activities;

/// <summary>Input of <see cref="DeliverWebhook"/>.</summary>
public sealed record DeliverWebhookInput
{
    /// <summary>Where to.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string Url { get; init; }

    /// <summary>What the signature is made with.</summary>
    [Sensitive]
    public required string Secret { get; init; }

    /// <summary>The event's id.</summary>
    public required string Id { get; init; }

    /// <summary>The body.</summary>
    public required string Body { get; init; }
}
