using System.Net;
using System.Net.Http.Headers;
using MediaFlows.Core.Media;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Media.Urls;

/// <summary>Media behind URLs, read through the guarded client, with ranges where the server has them.</summary>
internal sealed class UrlMedia(GuardedHttpClient http)
{
    public async Task<MediaInfo> InspectAsync(string url, CancellationToken cancellationToken)
    {
        // A GET of the first byte and no HEAD: signed URLs are signed for one method, and it is GET.
        using var answer = await http.SendAsync(new GuardedRequest(url) { Range = new RangeHeaderValue(0, 0) }, cancellationToken);
        var length = answer.Status switch
        {
            HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable => answer.ContentHeaders.ContentRange?.Length,
            HttpStatusCode.OK => answer.ContentHeaders.ContentLength,
            _ => throw UrlFailures.Status(answer),
        };
        if (answer.Status == HttpStatusCode.RequestedRangeNotSatisfiable && length != 0) throw UrlFailures.Status(answer);
        return new MediaInfo(UrlNames.Of(answer), length, answer.ContentHeaders.ContentType?.MediaType, Version(answer));
    }

    /// <summary>Opens part of it; a connection that breaks off is taken up again where it stopped, if the server can say that nothing changed.</summary>
    public async Task<UrlBody> OpenAsync(string url, long offset, long? length, string? version, long? maxBytes, CancellationToken cancellationToken)
    {
        var request = new GuardedRequest(url) { MaxBytes = maxBytes };
        var (body, seen, contentType) = await StartAsync(request, offset, length, version, cancellationToken);
        var parsed = new Uri(url);

        // The limit of the whole is kept here: what is read again from a server without ranges must not count twice.
        var rest = request with { MaxBytes = null };
        var stream = seen is null
            ? body
            : new ResumingStream(body, parsed, maxBytes, async (read, token) => (await StartAsync(rest, offset + read, length - read, seen, token)).Content);
        return new UrlBody(length is { } exact ? new ExactStream(stream, exact, UrlRefusals.Show(parsed)) : stream, seen, contentType);
    }

    private async Task<UrlBody> StartAsync(GuardedRequest request, long offset, long? length, string? version, CancellationToken cancellationToken)
    {
        if (length == 0) return new UrlBody(Stream.Null, version, null);
        var whole = offset == 0 && length is null;
        var answer = await http.SendAsync(whole ? request : request with { Range = new RangeHeaderValue(offset, offset + length - 1) }, cancellationToken);
        try
        {
            var shown = UrlRefusals.Show(answer.Url);
            if (answer.Status is HttpStatusCode.RequestedRangeNotSatisfiable or HttpStatusCode.PreconditionFailed) throw MediaFailures.Changed(shown);
            if (answer.Status is not HttpStatusCode.OK and not HttpStatusCode.PartialContent) throw UrlFailures.Status(answer);
            var now = Version(answer);
            if (version is not null && now is not null && version != now) throw MediaFailures.Changed(shown);
            var from = answer.Status == HttpStatusCode.PartialContent ? answer.ContentHeaders.ContentRange?.From ?? offset : 0;
            if (from > offset) throw MediaFailures.Changed(shown);
            var body = await answer.OpenBodyAsync(cancellationToken);

            // A server without ranges sends the file from its start: read and drop what is not wanted.
            await SkipAsync(body, offset - from, shown, cancellationToken);
            return new UrlBody(body, now, answer.ContentHeaders.ContentType?.MediaType);
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private static async Task SkipAsync(Stream body, long count, string shown, CancellationToken cancellationToken)
    {
        var buffer = new byte[(int)Math.Min(count, 81920)];
        for (int read; count > 0; count -= read)
        {
            read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), cancellationToken);
            if (read == 0) throw MediaFailures.Short(shown, count);
        }
    }

    // A weak ETag does not vouch for single bytes; time and length together nearly do.
    private static string? Version(GuardedResponse answer)
    {
        if (answer.Headers.ETag is { IsWeak: false } etag) return etag.Tag;
        var length = answer.ContentHeaders.ContentRange?.Length ?? (answer.Status == HttpStatusCode.OK ? answer.ContentHeaders.ContentLength : null);
        return answer.ContentHeaders.LastModified is { } modified && length is { } bytes ? $"{modified.UtcTicks:x}-{bytes:x}" : null;
    }
}
