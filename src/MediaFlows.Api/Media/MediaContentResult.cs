using MediaFlows.Core.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace MediaFlows.Api.Media;

/// <summary>
/// Streams media with ETag, one range and conditional requests. Uploaded bytes are anybody's: they are sent as an attachment in a sandbox,
/// so that a page among them cannot act on this origin.
/// </summary>
internal sealed class MediaContentResult(IMediaReader reader, MediaSource source, MediaInfo info) : IResult
{
    private readonly EntityTagHeaderValue? _etag =
        info.Version is null ? null : new EntityTagHeaderValue($"\"{Uri.EscapeDataString(info.Version.Trim('"'))}\"");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var request = httpContext.Request.GetTypedHeaders();
        var response = httpContext.Response;
        var headers = response.GetTypedHeaders();
        headers.ETag = _etag;
        response.Headers.AcceptRanges = "bytes";
        response.Headers.CacheControl = "private, no-cache";
        if (_etag is not null && request.IfNoneMatch.Any(t => t.Compare(_etag, useStrongComparison: false) || t.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = MediaTypeHeaderValue.TryParse(info.ContentType, out var type) ? type.ToString() : "application/octet-stream";
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileNameStar = info.Name };
        var (offset, length, whole) = Span(request);
        if (offset < 0)
        {
            response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
            headers.ContentRange = new ContentRangeHeaderValue(info.Length ?? 0);
            return;
        }

        response.ContentLength = length;
        if (!whole)
        {
            response.StatusCode = StatusCodes.Status206PartialContent;
            headers.ContentRange = new ContentRangeHeaderValue(offset, offset + length!.Value - 1, info.Length!.Value);
        }

        if (HttpMethods.IsHead(httpContext.Request.Method) || length == 0) return;
        await using var content = await reader.OpenAsync(source, offset, length, info.Version, httpContext.RequestAborted);
        await content.CopyToAsync(response.Body, httpContext.RequestAborted);
    }

    /// <summary>What to send; a negative offset when the range lies outside. Several ranges are answered with everything, as a server may.</summary>
    private (long Offset, long? Length, bool Whole) Span(RequestHeaders request)
    {
        if (info.Length is not { } total || request.Range is not { Ranges.Count: 1 } range || range.Unit != "bytes" || !StillTheSame(request))
            return (0, info.Length, true);
        var asked = range.Ranges.First();
        var from = asked.From ?? Math.Max(0, total - (asked.To ?? 0));
        var to = asked.From is null ? total - 1 : Math.Min(asked.To ?? long.MaxValue, total - 1);
        return from > to || from >= total ? (-1, null, false) : (from, to - from + 1, false);
    }

    private bool StillTheSame(RequestHeaders request) =>
        request.IfRange is not { } condition || (_etag is not null && condition.EntityTag?.Compare(_etag, useStrongComparison: true) == true);

}
