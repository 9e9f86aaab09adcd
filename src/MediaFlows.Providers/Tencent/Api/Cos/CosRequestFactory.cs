using System.Globalization;
using MediaFlows.Providers.Tencent.Api.Signing;

namespace MediaFlows.Providers.Tencent.Api.Cos;

/// <summary>
/// Builds signed COS requests. The path is signed decoded and sent from segments that are encoded once, so that no URI class normalises it again.
/// </summary>
public sealed class CosRequestFactory(TencentSettings settings, ServerClock clock)
{
    // The window the official SDK signs for.
    private const long WindowSeconds = 900;

    /// <summary>A request that is ready to be sent once.</summary>
    public HttpRequestMessage Create(HttpMethod method, CosTarget target, IReadOnlyDictionary<string, string> query, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, Address(target, query)) { Content = content };
        request.Headers.Host = target.Host;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["host"] = target.Host };
        if (content?.Headers.ContentLength is { } length && length > 0) headers["content-length"] = length.ToString(CultureInfo.InvariantCulture);
        if (content?.Headers.ContentType is { } type) headers["content-type"] = type.ToString();
        if (content?.Headers.ContentMD5 is { } md5) headers["content-md5"] = Convert.ToBase64String(md5);
        if (target.Token is not null)
        {
            headers["x-cos-security-token"] = target.Token;
            request.Headers.TryAddWithoutValidation("x-cos-security-token", target.Token);
        }

        var now = clock.UnixSeconds;
        var signature = CosSigner.Sign(
            new TencentCredential(target.SecretId, target.SecretKey, target.Token),
            new CosRequest(method.Method, target.Path) { Query = query, Headers = headers },
            now - 1,
            now + WindowSeconds);
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);
        return request;
    }

    /// <summary>Takes over the server's time after a refusal.</summary>
    public bool Learn(DateTimeOffset? serverTime) => clock.Learn(serverTime);

    /// <summary>The address of an object: the bucket's host, or the configured replacement.</summary>
    public Uri Address(CosTarget target, IReadOnlyDictionary<string, string> query)
    {
        var origin = settings.CosEndpoint?.GetLeftPart(UriPartial.Authority) ?? "https://" + target.Host;
        var path = string.Join('/', target.Path.Split('/').Select(Uri.EscapeDataString));
        var pairs = string.Join('&', query.Select(q => $"{Uri.EscapeDataString(q.Key)}={Uri.EscapeDataString(q.Value)}"));
        return new Uri(origin + path + (pairs.Length > 0 ? "?" + pairs : ""), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}
