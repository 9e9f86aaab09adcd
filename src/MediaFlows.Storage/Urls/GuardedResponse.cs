using System.Net;

namespace MediaFlows.Storage.Urls;

/// <summary>The answer to a <see cref="GuardedRequest"/>, with its body still on the wire. Dispose it, or the stream that it opened.</summary>
public sealed class GuardedResponse : IDisposable
{
    private readonly HttpResponseMessage _message;
    private readonly long? _maxBytes;
    private readonly GuardedHttpOptions _options;

    internal GuardedResponse(HttpResponseMessage message, Uri url, long? maxBytes, GuardedHttpOptions options)
    {
        _message = message;
        _maxBytes = maxBytes;
        _options = options;
        Url = url;
    }

    /// <summary>Status of the last answer.</summary>
    public HttpStatusCode Status => _message.StatusCode;

    /// <summary>Headers of the last answer.</summary>
    public System.Net.Http.Headers.HttpResponseHeaders Headers => _message.Headers;

    /// <summary>Headers of its body.</summary>
    public System.Net.Http.Headers.HttpContentHeaders ContentHeaders => _message.Content.Headers;

    /// <summary>Where the redirects ended. May be signed: never show it.</summary>
    internal Uri Url { get; }

    /// <summary>Opens the body once. Reading fails with <c>MF1005</c> past the limit and with <c>MF3005</c> when the server stalls or breaks off.</summary>
    public async Task<Stream> OpenBodyAsync(CancellationToken cancellationToken)
    {
        if (_maxBytes is { } limit && ContentHeaders.ContentLength > limit) throw UrlRefusals.TooLarge(Url, limit);
        return new BodyStream(await _message.Content.ReadAsStreamAsync(cancellationToken), this, _maxBytes, _options);
    }

    /// <summary>Reads a small body whole.</summary>
    public async Task<byte[]> ReadBodyAsync(CancellationToken cancellationToken)
    {
        await using var body = await OpenBodyAsync(cancellationToken);
        using var bytes = new MemoryStream();
        await body.CopyToAsync(bytes, cancellationToken);
        return bytes.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => _message.Dispose();
}
