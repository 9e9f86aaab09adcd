using System.Text.RegularExpressions;

namespace MediaFlows.Core.Redaction;

/// <summary>
/// The one rule for showing URLs: the values of signing parameters become <c>***</c>, path and other parameters stay, user info is removed.
/// Applied to anything that may hold a URL before it reaches a log, a listing, a history, a trace or an error.
/// </summary>
public static partial class SignedUrls
{
    private static readonly HashSet<string> Signing = new(StringComparer.OrdinalIgnoreCase)
    {
        "signature", "sign", "sig", "auth_key", "authkey", "auth", "token", "access_token", "key", "api_key", "apikey", "code", "ossaccesskeyid", "accesskeyid",
        "security-token", "securitytoken", "policy", "credential", "hmac", "hash", "t", "us", "rlimit", "txsecret", "wssecret", "q-signature", "q-ak",
        "q-sign-time", "q-key-time", "sessionkey", "session_key", "uploadtoken", "x-signature", "sts_token", "x_oss_credential", "x_oss_signature",
    };

    private static readonly string[] SigningPrefixes = ["x-oss-", "x-amz-", "x-tos-", "x-cos-", "x-goog-", "x-ms-signature", "x-security-", "x-credential", "x-signature", "q-sign", "lk3s", "x-expires", "x-bce-"];

    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase) { "x-oss-process", "x-oss-async-process", "x-oss-date", "x-oss-expires", "x-oss-signature-version" };

    /// <summary>True when <paramref name="name"/> is a query parameter whose value must not be shown.</summary>
    public static bool IsSigningParameter(string name) =>
        !Harmless.Contains(name) && (Signing.Contains(name) || Array.Exists(SigningPrefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Redacts one URL; text that is no http(s) URL comes back unchanged.</summary>
    public static string Redact(string url)
    {
        var afterScheme = url.IndexOf("://", StringComparison.Ordinal);
        if (afterScheme < 0) return url;
        var hostEnd = url.IndexOfAny(['/', '?', '#'], afterScheme + 3);
        var authority = hostEnd < 0 ? url[(afterScheme + 3)..] : url[(afterScheme + 3)..hostEnd];
        var at = authority.LastIndexOf('@');
        var head = url[..(afterScheme + 3)] + (at < 0 ? authority : "***@" + authority[(at + 1)..]);
        var rest = hostEnd < 0 ? "" : url[hostEnd..];
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        if (question < 0) return head + rest;
        var fragment = rest.IndexOf('#', question);
        var query = fragment < 0 ? rest[(question + 1)..] : rest[(question + 1)..fragment];
        var pairs = query.Split('&').Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals > 0 && IsSigningParameter(Uri.UnescapeDataString(pair[..equals])) ? pair[..equals] + "=***" : pair;
        });
        return head + rest[..(question + 1)] + string.Join('&', pairs) + (fragment < 0 ? "" : rest[fragment..]);
    }

    /// <summary>Redacts every http(s) URL inside <paramref name="text"/>.</summary>
    public static string RedactAll(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? Urls().Replace(text, m => Redact(m.Value)) : text;

    [GeneratedRegex(@"https?://[^\s""'<>\\\)\]]+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Urls();
}
