namespace MediaFlows.Storage.Secrets;

/// <summary>How long answers of a vault are kept.</summary>
public sealed record VaultCacheOptions
{
    /// <summary>How long a secret is used before it is read again. Default 5 minutes, so that a rotated key is in use soon.</summary>
    public TimeSpan Fresh { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a missing secret is not asked for again. Default 1 minute.</summary>
    public TimeSpan Missing { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an old answer may serve while the vault cannot be asked. Default 4 hours.</summary>
    public TimeSpan Stale { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long the vault is left alone after it could not be asked. Default 15 seconds.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(15);
}
