using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Imm;

/// <summary>Checks an <c>ACS3-HMAC-SHA256</c> request; written apart from the client's signer on purpose.</summary>
internal static class Acs3Verifier
{
    public static void Check(OssRequest request, byte[] body, DateTimeOffset now)
    {
        var authorization = request.Header("Authorization");
        if (!authorization.StartsWith("ACS3-HMAC-SHA256 ", StringComparison.Ordinal))
            throw new ImmErrorException(400, "MissingAuthorization", "The Authorization header is missing.");
        var parts = authorization["ACS3-HMAC-SHA256 ".Length..].Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0].Trim(), p => p[1], StringComparer.Ordinal);
        var key = parts.GetValueOrDefault("Credential", "");
        var secret = OssAccount.SecretOf(key) ?? throw new ImmErrorException(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        if (key == OssAccount.StsKeyId && request.Header("x-acs-security-token") != OssAccount.SecurityToken)
            throw new ImmErrorException(400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey.");
        if (!DateTimeOffset.TryParse(request.Header("x-acs-date"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) || (now - time).Duration() > TimeSpan.FromMinutes(15))
            throw new ImmErrorException(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
        var hash = Convert.ToHexStringLower(SHA256.HashData(body));
        if (request.Header("x-acs-content-sha256") != hash) throw new ImmErrorException(400, "InvalidContentSha256", "The body does not match its hash.");

        var signed = parts.GetValueOrDefault("SignedHeaders", "").Split(';');
        var text = new StringBuilder().Append(request.Method).Append("\n/\n");
        var query = request.Query.Select(q => (OssV4Verifier.Escape(q.Key), OssV4Verifier.Escape(q.Value))).ToList();
        query.Sort(static (a, b) => string.CompareOrdinal(a.Item1, b.Item1));
        text.AppendJoin('&', query.Select(q => q.Item1 + "=" + q.Item2)).Append('\n');
        foreach (var name in signed) text.Append(name).Append(':').Append(request.Header(name).Trim()).Append('\n');
        text.Append('\n').AppendJoin(';', signed).Append('\n').Append(hash);
        var toSign = "ACS3-HMAC-SHA256\n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        using var mac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        if (Convert.ToHexStringLower(mac.ComputeHash(Encoding.UTF8.GetBytes(toSign))) != parts.GetValueOrDefault("Signature") || !signed.Contains("x-acs-action"))
            throw new ImmErrorException(400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation.");
    }
}
