using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Webhooks;

/// <summary>Input of <c>mediaflows.notify</c>.</summary>
public sealed record NotifyInput
{
    /// <summary>The instance whose events are told.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Where events are posted.</summary>
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string Url { get; init; }

    /// <summary>What the signature is made with.</summary>
    [Sensitive]
    public required string Secret { get; init; }

    /// <summary>Words of <see cref="NotifyEvents"/>; null for every end.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>Set by the flow itself when it continues as new.</summary>
    public NotifyState? State { get; init; }

    /// <summary>True when the receiver wants to hear of <paramref name="state"/>.</summary>
    public bool Wants(string state) => Events is null ? state != NotifyEvents.Started : Events.Contains(state, StringComparer.Ordinal);
}
