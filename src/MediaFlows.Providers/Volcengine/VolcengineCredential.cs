namespace MediaFlows.Providers.Volcengine;

/// <summary>An access key pair, with the session token of a temporary one.</summary>
/// <param name="AccessKey">Access key id; appears in the request.</param>
/// <param name="SecretKey">Secret; never leaves the process.</param>
/// <param name="SessionToken">STS token, or null for a permanent pair.</param>
public sealed record VolcengineCredential(string AccessKey, string SecretKey, string? SessionToken = null)
{
    /// <summary>Shows no secret, since records end up in messages.</summary>
    public override string ToString() => "VolcengineCredential(***)";
}
