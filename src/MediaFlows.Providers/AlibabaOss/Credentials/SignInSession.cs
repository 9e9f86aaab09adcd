using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>
/// Profiles that a person signed in to with the vendor's command line, <c>CloudSSO</c> and <c>OAuth</c>: the temporary keys that it cached are used while
/// they last, then new ones are fetched with the sign-in's token. A sign-in that has ended is a person's matter.
/// </summary>
public sealed class SignInSession(HttpClient http, ICredentialFiles files, TimeProvider time)
{
    // The vendor's library renews an access token this long before its end.
    private const long RenewTokenBefore = 1200;

    // Site, address and client id of the vendor's command line.
    private static readonly Dictionary<string, (string Address, string ClientId)> Sites = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CN"] = ("https://oauth.aliyun.com", "4038181954557748008"),
        ["INTL"] = ("https://oauth.alibabacloud.com", "4103531455503354461"),
    };

    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Keys of the profile <paramref name="profile"/> in the file <paramref name="path"/>.</summary>
    /// <exception cref="CredentialStepException">The sign-in has ended, or its server gave no keys and the cached ones have ended too.</exception>
    internal async Task<OssCredentials> GetAsync(CliProfile profile, string path, string source, CancellationToken cancellationToken)
    {
        var cached = Cached(profile, source);
        if (cached is not null && !cached.NeedsRenewal(time.GetUtcNow())) return cached;
        try
        {
            return profile.IsMode("CloudSSO")
                ? await CloudSsoAsync(profile, source, cancellationToken)
                : await OAuthAsync(profile, path, source, cancellationToken);
        }
        catch (CredentialStepException) when (cached?.Expiration > time.GetUtcNow())
        {
            return cached;
        }
    }

    private static OssCredentials? Cached(CliProfile p, string source) =>
        p is { AccessKeyId.Length: > 0, AccessKeySecret.Length: > 0, StsToken.Length: > 0, StsExpiration: > 0 and { } end }
            ? new OssCredentials(p.AccessKeyId, p.AccessKeySecret, p.StsToken, DateTimeOffset.FromUnixTimeSeconds(end), source)
            : null;

    private async Task<OssCredentials> CloudSsoAsync(CliProfile profile, string source, CancellationToken cancellationToken)
    {
        string Require(string? value, string member) => string.IsNullOrEmpty(value) ? throw new CredentialStepException($"The command-line profile '{profile.Name}' has no {member}.") : value;
        var address = Uri.TryCreate(Require(profile.CloudSsoSignInUrl, "cloud_sso_sign_in_url"), UriKind.Absolute, out var a) && a.Scheme is "https" or "http"
            ? a : throw new CredentialStepException($"The cloud_sso_sign_in_url of profile '{profile.Name}' is no address.");
        if ((profile.CloudSsoAccessTokenExpire ?? 0) <= Now) throw SignInAgain(profile);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/cloud-credentials"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Require(profile.CloudSsoAccessToken, "access_token"));
        // With a length, as the vendor's library sends it; a body that is streamed has none.
        var body = new JsonObject
        {
            ["AccountId"] = Require(profile.CloudSsoAccountId, "cloud_sso_account_id"),
            ["AccessConfigurationId"] = Require(profile.CloudSsoAccessConfig, "cloud_sso_access_config"),
        };
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        var answer = await SendAsync(request, "CloudSSO", cancellationToken);
        return answer.TryGetProperty("CloudCredential", out var keys)
            ? TemporaryKeys.Read(keys, source)
            : throw new CredentialStepException("The CloudSSO answer holds no keys.");
    }

    private async Task<OssCredentials> OAuthAsync(CliProfile profile, string path, string source, CancellationToken cancellationToken)
    {
        if (!Sites.TryGetValue(profile.OAuthSiteType ?? "", out var site))
            throw new CredentialStepException($"The oauth_site_type of profile '{profile.Name}' is neither CN nor INTL.");
        var lasts = (profile.OAuthAccessTokenExpire ?? 0) - Now;
        var token = profile.OAuthAccessToken;
        // Without a right to write, a token that still works is used as it is.
        if (lasts <= RenewTokenBefore && !string.IsNullOrEmpty(profile.OAuthRefreshToken) && (lasts <= 0 || files.CanReplace(path)))
            token = await RenewAsync(profile, site.Address, site.ClientId, path, cancellationToken);
        else if (lasts <= 0 || string.IsNullOrEmpty(token))
            throw SignInAgain(profile);
        using var request = new HttpRequestMessage(HttpMethod.Post, site.Address + "/v1/exchange");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = new ByteArrayContent([]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return TemporaryKeys.Read(await SendAsync(request, "OAuth", cancellationToken), "accessKeyId", "accessKeySecret", "securityToken", "expiration", source);
    }

    // A refresh token works once: its successor has to reach the file, or the person's sign-in would be lost. So nothing is asked when the file cannot be written.
    private async Task<string> RenewAsync(CliProfile profile, string address, string clientId, string path, CancellationToken cancellationToken)
    {
        if (!files.CanReplace(path))
            throw new CredentialStepException($"The sign-in of profile '{profile.Name}' has to be renewed, and {Path.GetFileName(path)} cannot be written here. Any call of the vendor's command line renews it.");
        using var request = new HttpRequestMessage(HttpMethod.Post, address + "/v1/token");
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = profile.OAuthRefreshToken!,
            ["client_id"] = clientId,
            ["Timestamp"] = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        });
        var answer = await SendAsync(request, "OAuth", cancellationToken);
        var (access, refresh) = (Text(answer, "access_token"), Text(answer, "refresh_token"));
        if (access is null || refresh is null) throw SignInAgain(profile);
        var lasts = answer.TryGetProperty("expires_in", out var seconds) && seconds.TryGetInt64(out var n) ? n : 0;
        Keep(profile, path, access, refresh, Now + lasts);
        return access;
    }

    private void Keep(CliProfile profile, string path, string access, string refresh, long expires)
    {
        var config = files.ReadText(path) is { } text ? JsonNode.Parse(text) : null;
        if (config?["profiles"] is not JsonArray profiles || profiles.FirstOrDefault(p => (string?)p?["name"] == profile.Name) is not { } own) return;
        own["oauth_access_token"] = access;
        own["oauth_refresh_token"] = refresh;
        own["oauth_access_token_expire"] = expires;
        files.Replace(path, config.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, string what, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.SendAsync(request, cancellationToken);
            if (!answer.IsSuccessStatusCode) throw new CredentialStepException($"The {what} server answered {(int)answer.StatusCode} to {request.RequestUri!.AbsolutePath}.");
            return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken)).RootElement;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CredentialStepException($"The {what} server gave no usable answer ({e.GetType().Name}).", e);
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String && v.GetString() is { Length: > 0 } text ? text : null;

    private static CredentialStepException SignInAgain(CliProfile profile) =>
        new($"The sign-in of profile '{profile.Name}' has ended; sign in again with: aliyun configure --profile {profile.Name} --mode {profile.Mode}");
}
