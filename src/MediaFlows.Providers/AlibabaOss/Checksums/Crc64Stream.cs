using System.Globalization;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;

namespace MediaFlows.Providers.AlibabaOss.Checksums;

/// <summary>
/// Passes a stream through and sums it up. With an expected checksum the end of the stream is refused when it differs, so that whoever
/// copies it never takes a damaged file for a whole one.
/// </summary>
public sealed class Crc64Stream : Stream
{
    // A connection that stands still this long is given up; the read is then tried again.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Stream _inner;
    private readonly Crc64 _crc = new();
    private readonly ulong? _expected;

    /// <summary>Reads <paramref name="inner"/>, which stays the caller's to dispose.</summary>
    public Crc64Stream(Stream inner, ulong? expected = null)
    {
        _inner = inner;
        _expected = expected;
    }

    /// <summary>Checksum of what was read so far.</summary>
    public ulong Value => _crc.Value;

    /// <summary>Bytes read so far.</summary>
    public long BytesRead => _crc.Length;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Reads a checksum header; null when it is missing or no number.</summary>
    public static ulong? Parse(string? header) => ulong.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        try
        {
            using var still = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            still.CancelAfter(Patience);
            read = await _inner.ReadAsync(buffer, still.Token);
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Told apart here from a failure of whoever writes: the service broke off, and reading again is safe.
            throw HttpFailures.NoAnswer(e, OssNames.Provider, "GetObject", safeToRepeat: true);
        }

        _crc.Append(buffer.Span[..read]);
        if (read == 0 && buffer.Length > 0) CheckEnd();
        return read;
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _inner.Read(buffer, offset, count);
        _crc.Append(buffer.AsSpan(offset, read));
        if (read == 0 && count > 0) CheckEnd();
        return read;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void CheckEnd()
    {
        if (_expected is { } expected && expected != _crc.Value)
            throw new FlowException(new FlowError(
                ErrorCodes.ContentMismatch,
                $"The object's CRC-64 is {expected}, but what arrived sums up to {_crc.Value} over {_crc.Length} bytes.")
            {
                Provider = OssNames.Provider,
                Retryable = true,
                Hint = "The transfer was damaged; it is tried again.",
            });
    }
}
