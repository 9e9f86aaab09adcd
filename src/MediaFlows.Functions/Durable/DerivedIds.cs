using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Functions.Durable;

/// <summary>Ids that are the same on every replay.</summary>
internal static class DerivedIds
{
    /// <summary>A version 8 UUID (RFC 9562, custom) from the SHA-256 of <paramref name="name"/>.</summary>
    public static Guid Make(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A short key of <paramref name="content"/>: 16 hex digits of its SHA-256. A collision within one flow would need some 2^32 calls.</summary>
    public static string Key(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8));
}
