namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>An access key, with its STS token when it is a temporary one. Lives in memory only; <see cref="ToString"/> shows the documented mask.</summary>
/// <param name="AccessKeyId">Access key.</param>
/// <param name="AccessKeySecret">Its secret.</param>
/// <param name="SecurityToken">STS token, or null.</param>
/// <param name="Expiration">UTC time a temporary key ends at, or null.</param>
/// <param name="Source">Which source of the chain it came from.</param>
public sealed record OssCredentials(string AccessKeyId, string AccessKeySecret, string? SecurityToken = null, DateTimeOffset? Expiration = null, string Source = "")
{
    // The document's figure: a temporary key is renewed while 15 minutes of its life are left.
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(15);

    /// <summary>The access key id as diagnostics may show it: first four, <c>****</c>, last four characters; <c>****</c> alone up to eight.</summary>
    public string MaskedId => AccessKeyId.Length > 8 ? AccessKeyId[..4] + "****" + AccessKeyId[^4..] : "****";

    /// <summary>True when it must be renewed before its next use.</summary>
    public bool NeedsRenewal(DateTimeOffset now) => Expiration is { } end && end - now < RenewBefore;

    /// <summary>The mask, never the key.</summary>
    public override string ToString() => $"{Source}: {MaskedId}";
}
