using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Api.Security;

/// <summary>Compares secrets so that the time taken tells nothing about them, their length included.</summary>
internal static class KeyComparison
{
    public static bool IsAny(IReadOnlyList<string> keys, string presented)
    {
        Span<byte> theirs = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> ours = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(presented), theirs);
        var found = false;
        foreach (var key in keys)
        {
            SHA256.HashData(Encoding.UTF8.GetBytes(key), ours);
            found |= CryptographicOperations.FixedTimeEquals(theirs, ours);
        }

        return found;
    }
}
