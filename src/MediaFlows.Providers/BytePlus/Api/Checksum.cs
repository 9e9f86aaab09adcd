using System.Buffers;
using System.IO.Hashing;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>
/// The CRC-32 that the upload gateway wants in a header, so before the bytes: the range is read once for it and once more to be sent.
/// </summary>
/// <remarks>
/// Reading twice instead of holding a part keeps an upload at a few buffers however many parts are under way; the second read comes from
/// the page cache for files.
/// </remarks>
public static class Checksum
{
    private const int BufferSize = 256 * 1024;

    /// <summary>Eight lower-case hex digits of the IEEE CRC-32.</summary>
    public static string Format(uint crc) => crc.ToString("x8");

    /// <summary>CRC-32 and number of the bytes up to the end of <paramref name="content"/>.</summary>
    public static async Task<(string Crc, long Length)> ComputeAsync(Stream content, CancellationToken cancellationToken)
    {
        var crc = new Crc32();
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            long length = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                crc.Append(buffer.AsSpan(0, read));
                length += read;
            }

            return (Format(crc.GetCurrentHashAsUInt32()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
