using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>The opaque <c>Auth</c> of a store info: bound to one object and a time.</summary>
internal static class UploadAuth
{
    private static readonly byte[] Key = "simulated-upload-authorization"u8.ToArray();

    public static string Issue(string storeUri, DateTimeOffset expiresAt)
    {
        var seconds = expiresAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"SpaceKey/{seconds}/{Sign(storeUri, seconds)}";
    }

    /// <summary>Null when <paramref name="auth"/> is good for <paramref name="storeUri"/> now; else what is wrong.</summary>
    public static string? Check(string auth, string storeUri, DateTimeOffset now)
    {
        var parts = auth.Split('/');
        if (parts.Length != 3 || parts[2] != Sign(storeUri, parts[1])) return "invalid authorization";
        return now.ToUnixTimeSeconds() > long.Parse(parts[1], CultureInfo.InvariantCulture) ? "authorization expired" : null;
    }

    private static string Sign(string storeUri, string seconds) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(storeUri + "\n" + seconds)));
}
