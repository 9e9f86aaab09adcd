using System.Buffers;
using System.Net;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.AlibabaOss.Checksums;

namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>A request body that is streamed from its source through one pooled buffer and summed up on the way.</summary>
internal sealed class SummedContent(Func<CancellationToken, Task<Stream>> open, long length)
{
    private const int BufferSize = 128 * 1024;
    private Crc64 _sum = new();

    /// <summary>Checksum of what was sent last.</summary>
    public ulong Crc64 => _sum.Value;

    public HttpContent Renew()
    {
        _sum = new Crc64();
        return new Body(this);
    }

    public void Check(string action, ulong? received)
    {
        if (received is null || received == _sum.Value) return;
        throw new FlowException(new FlowError(ErrorCodes.ContentMismatch, $"{action}: OSS stored CRC-64 {received}, but {_sum.Value} was sent.")
        {
            Provider = OssNames.Provider, Retryable = true, Hint = "The transfer was damaged; it is tried again.",
        });
    }

    private sealed class Body(SummedContent owner) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            try
            {
                await using var source = await owner.OpenAsync(cancellationToken);
                int read;
                while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
                {
                    owner._sum.Append(buffer.AsSpan(0, read));
                    await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                }
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = owner.Length;
            return true;
        }
    }

    private long Length => length;

    private Task<Stream> OpenAsync(CancellationToken cancellationToken) => open(cancellationToken);
}
