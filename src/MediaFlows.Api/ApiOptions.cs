namespace MediaFlows.Api;

/// <summary>Settings of the HTTP surface that do not depend on the host.</summary>
public sealed record ApiOptions
{
    /// <summary>Base of absolute links (<c>MEDIAFLOWS_PUBLIC_URL</c>); null takes it from each request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>How long an idempotency key is remembered (<c>MEDIAFLOWS_IDEMPOTENCY_HOURS</c>); default 24 h.</summary>
    public TimeSpan IdempotencyExpiry { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Host names that requests may name (<c>MEDIAFLOWS_ALLOWED_HOSTS</c>); empty allows all. Keeps a page of another site from reaching a loopback host by its own name.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Pause between heartbeats of an event stream; default 15 s, below the idle limit of common proxies.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
