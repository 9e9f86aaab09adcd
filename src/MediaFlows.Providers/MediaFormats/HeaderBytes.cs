namespace MediaFlows.Providers.MediaFormats;

/// <summary>Takes bytes from the start of a stream, never more than a limit. Running out is <see cref="EndOfStreamException"/>.</summary>
internal sealed class HeaderBytes(Stream content, int limit)
{
    private byte[] _peeked = [];
    private int _taken;

    /// <summary>The next <paramref name="count"/> bytes, which stay to be taken. Called once, before anything was taken.</summary>
    public async ValueTask<byte[]> PeekAsync(int count, CancellationToken cancellationToken) => _peeked = await ReadAsync(count, cancellationToken);

    /// <summary>Takes the next <paramref name="count"/> bytes.</summary>
    public async ValueTask<byte[]> TakeAsync(int count, CancellationToken cancellationToken)
    {
        if (_peeked.Length == 0) return await ReadAsync(count, cancellationToken);
        var rest = count <= _peeked.Length ? [] : await ReadAsync(count - _peeked.Length, cancellationToken);
        byte[] all = [.. _peeked, .. rest];
        _peeked = all[count..];
        return all[..count];
    }

    private async ValueTask<byte[]> ReadAsync(int count, CancellationToken cancellationToken)
    {
        if (count > limit - _taken) throw new EndOfStreamException();
        var bytes = new byte[count];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        _taken += count;
        return bytes;
    }
}
