using System.ComponentModel;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Webhooks;

/// <summary>Whom a start wants told, and of what: the member <c>notify</c> of a start.</summary>
public sealed record NotifyRequest
{
    /// <summary>Where events are posted; http or https, on the public internet or on the allow list.</summary>
    [Description("Where events are posted.")]
    [Sensitive(SensitiveKind.SignedUrl)]
    public required string Url { get; init; }

    /// <summary>What the signature is made with; several secrets, separated by blanks, while one replaces another. Never shown.</summary>
    [Description("Secret of the signature; several, separated by blanks, while one replaces another. whsec_… is base64.")]
    [Sensitive]
    public required string Secret { get; init; }

    /// <summary>Words of <see cref="NotifyEvents"/>; null for every end.</summary>
    [Description("started, completed, failed, timedOut, cancelled, terminated, needsAttention; every end when left out.")]
    public IReadOnlyList<string>? Events { get; init; }
}
