namespace MediaFlows.Storage.Urls;

/// <summary>A body from a server that is not trusted: bounded in size, and in how long it may keep us waiting.</summary>
internal sealed class BodyStream(Stream inner, GuardedResponse response, long? maxBytes, GuardedHttpOptions options) : ForwardStream
{
    // Before this much waiting an average says nothing.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private long _read;
    private TimeSpan _waited;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var started = options.Time.GetTimestamp();
        var count = await ReadOrStallAsync(buffer, cancellationToken);
        _waited += options.Time.GetElapsedTime(started);
        _read += count;
        if (_read > maxBytes) throw UrlRefusals.TooLarge(response.Url, maxBytes.Value);

        // Only waiting counts: a reader that takes its time between reads is no fault of the server.
        if (count > 0 && _waited > Grace && _read < _waited.TotalSeconds * options.LeastBytesPerSecond) throw UrlRefusals.TooSlow(response.Url);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadOrStallAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var stall = new CancellationTokenSource(options.IdleTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stall.Token, cancellationToken);
        try
        {
            return await inner.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException) when (stall.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw UrlRefusals.TooSlow(response.Url);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw UrlRefusals.Unreachable(response.Url, "the connection broke off in the middle of the body");
        }
    }
}
