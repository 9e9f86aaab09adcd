using System.Globalization;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.AlibabaOss.Wire;

/// <summary>Checks who sends a request, in the service's order: known key, token, time, signature.</summary>
internal sealed class OssGate(CloudContext cloud)
{
    private static readonly TimeSpan MaxSkew = TimeSpan.FromMinutes(15);

    /// <summary>The refusal, or null.</summary>
    public OssError? Check(OssRequest request)
    {
        var authorization = request.Header("Authorization");
        if (authorization.StartsWith("OSS4-HMAC-SHA256 ", StringComparison.Ordinal)) return CheckV4Header(request, authorization);
        if (authorization.StartsWith("OSS ", StringComparison.Ordinal)) return CheckV1Header(request, authorization["OSS ".Length..]);
        if (request.Has("x-oss-signature")) return CheckV4Url(request);
        if (request.Has(HlsToken.Parameter)) return HlsToken.Check(request, cloud.Time.GetUtcNow());
        return request.Has("Signature") ? CheckV1Url(request) : OssError.AccessDenied;
    }

    private OssError? CheckV4Header(OssRequest request, string authorization)
    {
        var parts = authorization["OSS4-HMAC-SHA256 ".Length..].Split(',', StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var scope = parts.GetValueOrDefault("Credential", "").Split('/');
        if (scope.Length != 5) return OssError.BadSignature;
        if (CheckAccount(scope[0], request.Header("x-oss-security-token")) is { } refused) return refused;
        var date = request.Header("x-oss-date");
        if (!TryTime(date, out var time) || IsSkewed(time)) return OssError.TimeSkewed;
        var additional = parts.GetValueOrDefault("AdditionalHeaders", "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var expected = OssV4Verifier.Sign(request, OssAccount.SecretOf(scope[0])!, date, scope[2], additional, []);
        return date.StartsWith(scope[1], StringComparison.Ordinal) && scope[2] == OssAccount.Region && expected == parts.GetValueOrDefault("Signature") ? null : OssError.BadSignature;
    }

    private OssError? CheckV4Url(OssRequest request)
    {
        var scope = (request["x-oss-credential"] ?? "").Split('/');
        if (scope.Length != 5) return OssError.BadSignature;
        if (CheckAccount(scope[0], request["x-oss-security-token"] ?? "") is { } refused) return refused;
        if (!TryTime(request["x-oss-date"] ?? "", out var time) || !int.TryParse(request["x-oss-expires"], out var seconds)) return OssError.BadSignature;
        if (seconds is < 1 or > 604_800) return OssError.InvalidArgument("Invalid expires parameter.", "x-oss-expires", seconds.ToString(CultureInfo.InvariantCulture));
        if (cloud.Time.GetUtcNow() > time.AddSeconds(seconds)) return OssError.Expired;
        var additional = (request["x-oss-additional-headers"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        var expected = OssV4Verifier.Sign(request, OssAccount.SecretOf(scope[0])!, request["x-oss-date"]!, scope[2], additional, ["x-oss-signature"]);
        return scope[2] == OssAccount.Region && expected == request["x-oss-signature"] ? null : OssError.BadSignature;
    }

    private OssError? CheckV1Header(OssRequest request, string credential)
    {
        var parts = credential.Split(':', 2);
        if (parts.Length != 2) return OssError.BadSignature;
        if (CheckAccount(parts[0], request.Header("x-oss-security-token")) is { } refused) return refused;
        var date = request.Header("x-oss-date") is { Length: > 0 } own ? own : request.Header("Date");
        if (!DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) || IsSkewed(time)) return OssError.TimeSkewed;
        return OssV1Verifier.Sign(request, OssAccount.SecretOf(parts[0])!, date) == parts[1] ? null : OssError.BadSignature;
    }

    private OssError? CheckV1Url(OssRequest request)
    {
        var key = request["OSSAccessKeyId"] ?? "";
        if (CheckAccount(key, request["security-token"] ?? "") is { } refused) return refused;
        if (!long.TryParse(request["Expires"], out var expires)) return OssError.BadSignature;
        if (cloud.Time.GetUtcNow().ToUnixTimeSeconds() > expires) return OssError.Expired;
        return OssV1Verifier.Sign(request, OssAccount.SecretOf(key)!, request["Expires"]!) == request["Signature"] ? null : OssError.BadSignature;
    }

    private OssError? CheckAccount(string accessKeyId, string token)
    {
        if (OssAccount.SecretOf(accessKeyId) is null) return OssError.UnknownKey(accessKeyId);
        if (cloud.Knob("tokenExpired", 0) > 0 && token.Length > 0) return new OssError(403, "SecurityTokenExpired", "The security token you provided has expired.");
        if (accessKeyId != OssAccount.StsKeyId)
            return token.Length == 0 ? null : new OssError(403, "AccessKeyIdAndSecurityTokenNotMatch", "The access key id does not match the security token.");
        return token == OssAccount.SecurityToken ? null : new OssError(403, "InvalidSecurityToken", "The security token you provided is invalid.");
    }

    private bool IsSkewed(DateTimeOffset time) => (cloud.Time.GetUtcNow() - time).Duration() > MaxSkew;

    private static bool TryTime(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
}
