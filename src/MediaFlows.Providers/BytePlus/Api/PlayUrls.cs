using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.BytePlus.Api.Contracts;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>
/// Chooses where a file is played from: the set domain, else the first domain in service whose signature kind is known, else the storage
/// host, else nowhere.
/// </summary>
public sealed class PlayUrls(VodClient client, BytePlusConnection connection, TimeProvider time)
{
    private const int DomainsPerPage = 50;

    /// <summary>The URL, or an empty text when the space has no way to play.</summary>
    /// <exception cref="FlowException">A look-up failed; <see cref="FlowError.Retryable"/> says whether it may succeed later.</exception>
    public Task<string> FindAsync(PlayUrlRequest request, CancellationToken cancellationToken) => FindAsync(request, static _ => { }, cancellationToken);

    /// <summary>
    /// The URL of <see cref="FindAsync(PlayUrlRequest, CancellationToken)"/> for the file of <paramref name="url"/>, where that one was signed with the key
    /// that signs now; null for any other.
    /// </summary>
    /// <exception cref="FlowException">As there.</exception>
    public async Task<string?> RenewAsync(Uri url, PlayUrlRequest request, CancellationToken cancellationToken)
    {
        var signatures = url.Query.TrimStart('?').Split('&').Select(a => a[(a.IndexOf('=') + 1)..]).Where(TypeA.IsShaped).ToList();
        if (signatures.Count == 0) return null;
        var genuine = false;
        var fresh = await FindAsync(request, key => genuine = signatures.Exists(s => TypeA.IsGenuine(url.AbsolutePath, s, key)), cancellationToken);
        return genuine && Uri.TryCreate(fresh, UriKind.Absolute, out var now) && now.Authority == url.Authority && now.AbsolutePath == url.AbsolutePath ? fresh : null;
    }

    private async Task<string> FindAsync(PlayUrlRequest request, Action<string> onKey, CancellationToken cancellationToken)
    {
        var path = TypeA.EncodePath(request.FileName);
        if (request.PlayDomain is { } fixedDomain)
            return (fixedDomain.Contains("://", StringComparison.Ordinal) ? fixedDomain : "https://" + fixedDomain).TrimEnd('/') + path;
        if (request.Space.Length == 0) return "";

        await foreach (var domain in DomainsAsync(request.Space, cancellationToken))
        {
            if (domain is not { CdnStatus: "enable", Domain: { Length: > 0 } name }) continue;
            var config = await client.CallAsync<DomainConfigResult>(VodCalls.DescribeDomainConfig(request.Space, name), cancellationToken);
            var scheme = HasHttps(domain.Certificate) ? "https" : "http";
            if (Query(config.Config?.SignedUrlAuthControl?.SignedUrlAuth, request, path, onKey) is { } query)
                return $"{scheme}://{name}{path}{query}";
        }

        return await StorageUrlAsync(request, path, onKey, cancellationToken);
    }

    private async IAsyncEnumerable<PlayDomain> DomainsAsync(string space, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var offset = 0; ; offset += DomainsPerPage)
        {
            var page = await client.CallAsync<ListDomainResult>(VodCalls.ListDomain(space, offset, DomainsPerPage), cancellationToken);
            var domains = (page.PlayInstanceInfo?.ByteInstances ?? []).SelectMany(i => i.Domains ?? []).ToList();
            foreach (var domain in domains) yield return domain;
            if (domains.Count == 0 || offset + DomainsPerPage >= page.Total) yield break;
        }
    }

    // Null: the domain signs in a way that is not known here and is passed over.
    private string? Query(SignedUrlAuth? auth, PlayUrlRequest request, string path, Action<string> onKey)
    {
        if (auth?.Switch is not true) return "";
        var action = auth.SignedUrlAuthRules?.Select(r => r.SignedUrlAuthAction).FirstOrDefault(a => string.Equals(a?.URLAuthType, "typea", StringComparison.OrdinalIgnoreCase));
        var key = action?.MasterSecretKey is { Length: > 0 } master ? master : action?.BackupSecretKey;
        return string.IsNullOrEmpty(key) ? null : "?" + Argument(TypeA.DefaultArgument, request, path, key, onKey);
    }

    private async Task<string> StorageUrlAsync(PlayUrlRequest request, string path, Action<string> onKey, CancellationToken cancellationToken)
    {
        var storage = await client.CallAsync<StorageConfigResult>(VodCalls.GetStorageConfig(request.Space), cancellationToken);
        if (storage.StorageHost is not { Length: > 0 } host) return "";
        var url = $"{connection.Scheme}://{host}{path}?preview=1";
        if (storage.StorageUrlAuthConfig is not { Type: "cdn_typea", Status: "enable", TypeAConfig: { } typeA }) return url;
        var key = typeA.MasterKey is { Length: > 0 } master ? master : typeA.BackupKey;
        return string.IsNullOrEmpty(key)
            ? ""
            : url + "&" + Argument(typeA.SignatureArgs is { Length: > 0 } name ? name : TypeA.DefaultArgument, request, path, key, onKey);
    }

    private string Argument(string name, PlayUrlRequest request, string path, string key, Action<string> onKey)
    {
        onKey(key);
        var until = time.GetUtcNow() + TimeSpan.FromMinutes(request.ExpireMinutes);
        // The "random" part only has to differ from link to link; it protects nothing.
        var random = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{path}\n{until.Ticks}\n{key}")))[..16];
        return $"{name}={TypeA.Sign(path, until, random, key)}";
    }

    private bool HasHttps(DomainCertificate? certificate)
    {
        if (certificate?.HttpsStatus != "enable") return false;
        return !DateTimeOffset.TryParseExact(
            certificate.ExpiredAt, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expires) || expires > time.GetUtcNow();
    }
}
