using System.Security.Cryptography;

namespace MediaFlows.Storage.Protection;

/// <summary>One AES-256 key with the id that its ciphertexts name.</summary>
/// <param name="Id">Letters, digits and dashes, 1 to 32 characters.</param>
/// <param name="Key">32 bytes.</param>
public sealed record ProtectionKey(string Id, ReadOnlyMemory<byte> Key)
{
    /// <summary>Length of a key in bytes.</summary>
    public const int Bytes = 32;

    /// <summary>A new key whose id comes from its bytes, so that two keys never share one.</summary>
    public static ProtectionKey Create()
    {
        var key = RandomNumberGenerator.GetBytes(Bytes);
        return new ProtectionKey(Convert.ToHexStringLower(SHA256.HashData(key))[..8], key);
    }

    /// <summary>Never the key.</summary>
    public override string ToString() => $"key {Id}";
}
