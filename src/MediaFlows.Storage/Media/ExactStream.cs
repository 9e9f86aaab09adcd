using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Media;

/// <summary>Gives exactly the bytes that were promised: it stops behind them, and a source that ends before them is an error, not a short file.</summary>
internal sealed class ExactStream(Stream inner, long length, string what, Action? atEnd = null) : ForwardStream
{
    private long _left = length;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.Length > _left) buffer = buffer[..(int)_left];
        var count = buffer.Length == 0 ? 0 : await inner.ReadAsync(buffer, cancellationToken);
        if (count == 0 && buffer.Length > 0) throw MediaFailures.Short(what, _left);
        _left -= count;
        if (_left == 0 && count > 0) atEnd?.Invoke();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
