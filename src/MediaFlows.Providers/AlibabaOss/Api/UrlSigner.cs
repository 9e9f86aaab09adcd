namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>Presigned URLs. Signing needs the secret and the clock, and calls nothing.</summary>
public sealed class UrlSigner(OssTransport transport)
{
    /// <summary>A URL that reads <paramref name="key"/>, processed when <paramref name="process"/> is given, for <paramref name="expiresSeconds"/> seconds.</summary>
    public async Task<string> SignAsync(OssPlace place, string key, string? process, int expiresSeconds, CancellationToken cancellationToken) =>
        (await transport.SignUrlAsync(place, key, process, expiresSeconds, cancellationToken)).AbsoluteUri;
}
