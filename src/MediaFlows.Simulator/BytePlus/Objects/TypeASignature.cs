using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>The CDN's side of Type A signatures: <c>auth_key={ts}-{rand}-0-{md5}</c> over the encoded path.</summary>
internal static class TypeASignature
{
    /// <summary>Key of the simulated play domain.</summary>
    public const string PlayKey = "simulatedplaykey01";

    /// <summary>Key of the simulated storage host.</summary>
    public const string StorageKey = "simulatedstorage01";

    public static bool IsValid(string authKey, string encodedPath, string key, TimeSpan validity, DateTimeOffset now)
    {
        var parts = authKey.Split('-');
        if (parts.Length != 4 || parts[2] != "0" || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var from)) return false;
        if (parts[1].Length is 0 or > 100 || !parts[1].All(char.IsAsciiLetterOrDigit)) return false;
        if (now.ToUnixTimeSeconds() > from + (long)validity.TotalSeconds) return false;
        var expected = MD5.HashData(Encoding.UTF8.GetBytes($"{encodedPath}-{parts[0]}-{parts[1]}-0-{key}"));
        return parts[3] == Convert.ToHexStringLower(expected);
    }
}
