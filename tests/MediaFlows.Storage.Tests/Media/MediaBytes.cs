using System.Security.Cryptography;
using System.Text;

namespace MediaFlows.Storage.Tests.Media;

/// <summary>Bytes that differ at every place, so that a shifted or swapped block is seen.</summary>
internal static class MediaBytes
{
    public static byte[] Of(int length, int seed = 1)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static async Task<byte[]> ReadAsync(Stream stream, CancellationToken token)
    {
        await using var owned = stream;
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, token);
        return all.ToArray();
    }

    public static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));
}
