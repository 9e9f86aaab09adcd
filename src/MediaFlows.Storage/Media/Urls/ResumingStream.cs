using MediaFlows.Core.Errors;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Media.Urls;

/// <summary>Takes a body up again behind the last byte that arrived when the connection breaks off.</summary>
internal sealed class ResumingStream(Stream body, Uri url, long? maxBytes, Func<long, CancellationToken, Task<Stream>> reopen) : ForwardStream
{
    // Breaks in a row without a single byte between them; a long file on a poor line may break more often in all.
    private const int MaxBreaks = 3;

    private Stream? _body = body;
    private long _read;
    private int _breaks;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            try
            {
                _body ??= await reopen(_read, cancellationToken);
                var count = await _body.ReadAsync(buffer, cancellationToken);
                _read += count;
                if (_read > maxBytes) throw UrlRefusals.TooLarge(url, maxBytes.Value);
                if (count > 0) _breaks = 0;
                return count;
            }
            catch (FlowException e) when (e.Error.Retryable && ++_breaks <= MaxBreaks)
            {
                if (_body is not null) await _body.DisposeAsync();
                _body = null;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _body?.Dispose();
        base.Dispose(disposing);
    }
}
