using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Security;

/// <summary>Headers of every answer: no sniffing, no framing, no referrer, nothing shared with other sites.</summary>
internal static class SecurityHeaders
{
    /// <summary>For answers that no browser should ever render as a page.</summary>
    public const string NothingPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /// <summary>For the dashboard: own scripts and styles only; results may be played from the provider's domain.</summary>
    public const string DashboardPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; media-src 'self' https: blob:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void Apply(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = NothingPolicy;
        headers.CacheControl = "no-store";
    }
}
