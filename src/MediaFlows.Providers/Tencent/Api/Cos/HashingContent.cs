using System.Net;
using System.Security.Cryptography;

namespace MediaFlows.Providers.Tencent.Api.Cos;

/// <summary>A request body of known length that is read once, in small pieces, and hashed on the way (the ETag of a whole object or part is its MD5).</summary>
internal sealed class HashingContent : HttpContent
{
    private const int BufferSize = 64 * 1024;
    private readonly Stream _source;
    private readonly long _length;
    private readonly Action<long>? _sent;

    public HashingContent(Stream source, long length, Action<long>? sent)
    {
        _source = source;
        _length = length;
        _sent = sent;
        Headers.ContentLength = length;
    }

    /// <summary>Lower-case hex MD5 of what was sent; null until all of it was.</summary>
    public string? Md5 { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        // MD5 is what the service's ETags are.
#pragma warning disable CA5351
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        var buffer = new byte[BufferSize];
        long total = 0;
        int read;
        while ((read = await _source.ReadAsync(buffer)) > 0)
        {
            md5.AppendData(buffer, 0, read);
            await stream.WriteAsync(buffer.AsMemory(0, read));
            total += read;
            _sent?.Invoke(total);
        }

        if (total == _length) Md5 = Convert.ToHexStringLower(md5.GetHashAndReset());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }
}
