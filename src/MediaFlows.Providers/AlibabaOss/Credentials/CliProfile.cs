using System.Text.Json.Serialization;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>One profile of the vendor command line's <c>config.json</c>; the members that the chain uses.</summary>
internal sealed record CliProfile
{
    /// <summary>True for the mode of that name; the vendor's command line takes any case.</summary>
    public bool IsMode(string mode) => string.Equals(Mode, mode, StringComparison.OrdinalIgnoreCase);

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("mode")]
    public string? Mode { get; init; }

    [JsonPropertyName("access_key_id")]
    public string? AccessKeyId { get; init; }

    [JsonPropertyName("access_key_secret")]
    public string? AccessKeySecret { get; init; }

    [JsonPropertyName("sts_token")]
    public string? StsToken { get; init; }

    [JsonPropertyName("ram_role_name")]
    public string? RamRoleName { get; init; }

    [JsonPropertyName("ram_role_arn")]
    public string? RamRoleArn { get; init; }

    [JsonPropertyName("ram_session_name")]
    public string? RamSessionName { get; init; }

    [JsonPropertyName("external_id")]
    public string? ExternalId { get; init; }

    [JsonPropertyName("source_profile")]
    public string? SourceProfile { get; init; }

    [JsonPropertyName("expired_seconds")]
    public int? ExpiredSeconds { get; init; }

    [JsonPropertyName("sts_region")]
    public string? StsRegion { get; init; }

    [JsonPropertyName("oidc_provider_arn")]
    public string? OidcProviderArn { get; init; }

    [JsonPropertyName("oidc_token_file")]
    public string? OidcTokenFile { get; init; }

    [JsonPropertyName("credentials_uri")]
    public string? CredentialsUri { get; init; }

    [JsonPropertyName("process_command")]
    public string? ProcessCommand { get; init; }

    /// <summary>Only in what an external process prints: RFC 3339 end of its keys.</summary>
    [JsonPropertyName("expiration")]
    public string? Expiration { get; init; }

    /// <summary>Unix seconds that the cached temporary keys of a sign-in end at.</summary>
    [JsonPropertyName("sts_expiration")]
    public long? StsExpiration { get; init; }

    [JsonPropertyName("cloud_sso_sign_in_url")]
    public string? CloudSsoSignInUrl { get; init; }

    [JsonPropertyName("cloud_sso_account_id")]
    public string? CloudSsoAccountId { get; init; }

    [JsonPropertyName("cloud_sso_access_config")]
    public string? CloudSsoAccessConfig { get; init; }

    [JsonPropertyName("access_token")]
    public string? CloudSsoAccessToken { get; init; }

    [JsonPropertyName("cloud_sso_access_token_expire")]
    public long? CloudSsoAccessTokenExpire { get; init; }

    [JsonPropertyName("oauth_site_type")]
    public string? OAuthSiteType { get; init; }

    [JsonPropertyName("oauth_access_token")]
    public string? OAuthAccessToken { get; init; }

    [JsonPropertyName("oauth_refresh_token")]
    public string? OAuthRefreshToken { get; init; }

    [JsonPropertyName("oauth_access_token_expire")]
    public long? OAuthAccessTokenExpire { get; init; }

    [JsonPropertyName("private_key")]
    public string? PrivateKey { get; init; }

    [JsonPropertyName("key_pair_name")]
    public string? KeyPairName { get; init; }
}
