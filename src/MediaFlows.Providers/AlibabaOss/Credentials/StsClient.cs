using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MediaFlows.Providers.AlibabaOss.Signing;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>The STS calls of the chain: <c>AssumeRole</c>, <c>AssumeRoleWithOIDC</c> and <c>GenerateSessionAccessKey</c> (version 2015-04-01).</summary>
public sealed class StsClient
{
    /// <summary>Shortest and longest session that STS gives, in seconds, and the one asked for by default.</summary>
    public const int MinSeconds = 900, DefaultSeconds = 3600;

    private readonly HttpClient _http;
    private readonly CredentialSettings _settings;
    private readonly TimeProvider _time;

    /// <summary>Uses <paramref name="http"/> for the calls.</summary>
    public StsClient(HttpClient http, CredentialSettings settings, TimeProvider time)
    {
        _http = http;
        _settings = settings;
        _time = time;
    }

    /// <summary>Assumes a role with an access key.</summary>
    public Task<OssCredentials> AssumeRoleAsync(
        OssCredentials by, string roleArn, string? sessionName, string? externalId, int? seconds, string? region, string source, CancellationToken cancellationToken)
    {
        var query = Common("AssumeRole", roleArn, sessionName, seconds);
        if (!string.IsNullOrEmpty(externalId)) query["ExternalId"] = externalId;
        query["AccessKeyId"] = by.AccessKeyId;
        query["SignatureMethod"] = "HMAC-SHA1";
        query["SignatureVersion"] = "1.0";
        query["SignatureNonce"] = Nonce(by.AccessKeyId, roleArn);
        if (by.SecurityToken is not null) query["SecurityToken"] = by.SecurityToken;
        query["Signature"] = LegacyRpcSigner.Signature("POST", query, by.AccessKeySecret);
        return CallAsync(query, region, source, cancellationToken);
    }

    /// <summary>Assumes a role with an OIDC token; the request is not signed.</summary>
    public Task<OssCredentials> AssumeRoleWithOidcAsync(
        string roleArn, string providerArn, string token, string? sessionName, int? seconds, string? region, string source, CancellationToken cancellationToken)
    {
        var query = Common("AssumeRoleWithOIDC", roleArn, sessionName, seconds);
        query["OIDCProviderArn"] = providerArn;
        query["OIDCToken"] = token;
        return CallAsync(query, region, source, cancellationToken);
    }

    /// <summary>Exchanges a key pair for a session key, signed with the private key. A session key comes without a token.</summary>
    public Task<OssCredentials> GenerateSessionAccessKeyAsync(
        string publicKeyId, RSA privateKey, int? seconds, string? region, string source, CancellationToken cancellationToken)
    {
        var query = Common("GenerateSessionAccessKey", seconds);
        query["AccessKeyId"] = publicKeyId;
        query["SignatureMethod"] = "SHA256withRSA";
        query["SignatureType"] = "PRIVATEKEY";
        query["SignatureVersion"] = "1.0";
        query["SignatureNonce"] = Nonce(publicKeyId, "GenerateSessionAccessKey");
        query["Signature"] = LegacyRpcSigner.RsaSignature("POST", query, privateKey);
        return CallAsync(query, region, source, cancellationToken);
    }

    // A request is unique by key, time and purpose: that is all the nonce is for.
    private string Nonce(string key, string purpose) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{key}\n{purpose}\n{_time.GetUtcNow().Ticks}\n{_time.GetTimestamp()}")))[..32];

    private Dictionary<string, string> Common(string action, int? seconds) => new(StringComparer.Ordinal)
    {
        ["Action"] = action,
        ["Version"] = "2015-04-01",
        ["Format"] = "JSON",
        ["DurationSeconds"] = Math.Max(seconds ?? DefaultSeconds, MinSeconds).ToString(CultureInfo.InvariantCulture),
        ["Timestamp"] = _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
    };

    private Dictionary<string, string> Common(string action, string roleArn, string? sessionName, int? seconds)
    {
        var query = Common(action, seconds);
        query["RoleArn"] = roleArn;
        query["RoleSessionName"] = sessionName ?? "mediaflows";
        return query;
    }

    private async Task<OssCredentials> CallAsync(Dictionary<string, string> parameters, string? region, string source, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new FormUrlEncodedContent(parameters);
            using var answer = await _http.PostAsync(Endpoint(region), content, cancellationToken);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            if (!answer.IsSuccessStatusCode)
                throw new CredentialStepException($"STS {parameters["Action"]} answered {(int)answer.StatusCode} {CodeOf(body)}.");
            var root = JsonDocument.Parse(body).RootElement;
            return root.TryGetProperty("SessionAccessKey", out var session)
                ? TemporaryKeys.Read(session, "SessionAccessKeyId", "SessionAccessKeySecret", null, "Expiration", source)
                : TemporaryKeys.Read(root.GetProperty("Credentials"), source);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new CredentialStepException($"STS {parameters["Action"]} gave no usable answer ({e.GetType().Name}).", e);
        }
    }

    private Uri Endpoint(string? region)
    {
        if (_settings["ALIBABA_CLOUD_STS_ENDPOINT"] is { } own) return new Uri(own);
        region ??= _settings["ALIBABA_CLOUD_STS_REGION"];
        if (region is null) return new Uri("https://sts.aliyuncs.com");
        var vpc = _settings.Flag("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED") ? "-vpc" : "";
        return new Uri($"https://sts{vpc}.{region}.aliyuncs.com");
    }

    private static string CodeOf(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement.TryGetProperty("Code", out var code) ? code.ToString() : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }
}
