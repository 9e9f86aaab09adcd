namespace MediaFlows.Providers.Tencent.Api.Signing;

/// <summary>An API key pair, or a temporary one with its token. Lives as long as one signed call.</summary>
/// <param name="SecretId">Public half.</param>
/// <param name="SecretKey">Secret half.</param>
/// <param name="Token">Session token of a temporary pair, or null.</param>
public sealed record TencentCredential(string SecretId, string SecretKey, string? Token = null)
{
    /// <summary>Shows no part of the key.</summary>
    public override string ToString() => "TencentCredential(***)";
}
