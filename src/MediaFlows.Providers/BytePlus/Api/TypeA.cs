using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>
/// Type A signatures of play URLs: <c>{argument}={ts}-{rand}-0-{md5}</c> over the encoded path. MD5 is what the CDN prescribes.
/// </summary>
/// <remarks>
/// The path is signed exactly as the URL shows it. The published client encodes some characters (<c>+ , ; $ @ &amp;</c>) in the URL only,
/// so that such names fail there.
/// </remarks>
public static class TypeA
{
    /// <summary>Name of the argument where a domain's configuration gives none.</summary>
    public const string DefaultArgument = "auth_key";

    /// <summary>A path with each segment percent-encoded and a leading slash.</summary>
    public static string EncodePath(string path) => "/" + string.Join('/', path.TrimStart('/').Split('/').Select(CanonicalQuery.Encode));

    /// <summary>
    /// The value of the argument, for an encoded path, the time until which it is good before the domain's own validity is added, and 1 to
    /// 100 alphanumerics.
    /// </summary>
    public static string Sign(string encodedPath, DateTimeOffset until, string random, string key)
    {
        var seconds = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var md5 = MD5.HashData(Encoding.UTF8.GetBytes($"{encodedPath}-{seconds}-{random}-0-{key}"));
        return $"{seconds}-{random}-0-{Convert.ToHexStringLower(md5)}";
    }

    /// <summary>True when <paramref name="text"/> has the shape of a signature, whoever made it.</summary>
    public static bool IsShaped(string text) => text.Split('-') is [_, _, "0", { Length: 32 }];

    /// <summary>True when <paramref name="signature"/> was made for this path with this key, whether it is still good or not.</summary>
    public static bool IsGenuine(string encodedPath, string signature, string key)
    {
        var parts = signature.Split('-');
        if (parts.Length != 4 || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()) return false;
        var made = Sign(encodedPath, DateTimeOffset.FromUnixTimeSeconds(seconds), parts[1], key);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(made), Encoding.UTF8.GetBytes(signature));
    }
}
