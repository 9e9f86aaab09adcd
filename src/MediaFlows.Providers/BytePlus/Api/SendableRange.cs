using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>A range of a source whose checksum is known, ready to be sent.</summary>
/// <param name="Crc">CRC-32, eight hex digits.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Open">Opens it from its beginning.</param>
public sealed record SendableRange(string Crc, long Length, Func<CancellationToken, Task<Stream>> Open)
{
    /// <summary>Reads the range once for its checksum.</summary>
    /// <exception cref="FlowException"><c>MF3010</c> when the source is shorter than it was, or changed.</exception>
    public static async Task<SendableRange> PrepareAsync(
        IMediaReader media, MediaSource source, string? version, long offset, long length, CancellationToken cancellationToken)
    {
        Task<Stream> OpenAsync(CancellationToken token) => media.OpenAsync(source, offset, length, version, token);
        await using var content = await OpenAsync(cancellationToken);
        var (crc, read) = await Checksum.ComputeAsync(content, cancellationToken);
        if (read != length)
            throw new FlowException(ErrorCodes.ContentMismatch, $"{source} is shorter than it was when the upload began.", "Start the upload again with the file as it is now.");
        return new SendableRange(crc, length, OpenAsync);
    }

    /// <summary>The request body; <paramref name="progressed"/> is called for each block that went out.</summary>
    internal HttpContent ToContent(Action progressed) => new RangeContent(Open, Length, progressed);
}
