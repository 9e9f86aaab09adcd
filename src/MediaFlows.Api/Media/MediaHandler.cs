using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MediaFlows.Api.Media;

/// <summary><c>/api/media/{name}</c>: media storage.</summary>
public sealed class MediaHandler
{
    private readonly IMediaReader _reader;
    private readonly IMediaWriter _writer;

    /// <summary>Stores by <paramref name="writer"/> and reads by <paramref name="reader"/>.</summary>
    public MediaHandler(IMediaReader reader, IMediaWriter writer)
    {
        _reader = reader;
        _writer = writer;
    }

    /// <summary>Streams the body into storage; it appears there whole or not at all.</summary>
    /// <exception cref="FlowException"><c>MF1001</c>, <c>MF4001</c>.</exception>
    public async Task<IResult> PutAsync(HttpContext context, string name)
    {
        var source = new MediaSource { Blob = MediaNames.Require(name) };
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        var request = context.Request;
        var contentType = string.IsNullOrEmpty(request.ContentType) ? null : request.ContentType;
        var written = await _writer.WriteAsync(source, request.Body, contentType, context.RequestAborted);
        if (request.ContentLength is { } said && said != written.Length)
            throw new FlowException(ErrorCodes.ContentMismatch, $"{written.Length} bytes came, {said} were announced.", "Send it again.");
        context.Response.Headers.Location = ApiLinks.For(context).To("/api/media/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString)));
        return ApiJson.Result(new MediaDocument(name, written.Length, written.Sha256, written.ContentType, source), StatusCodes.Status201Created);
    }

    /// <summary>The bytes, or with <c>HEAD</c> their headers.</summary>
    /// <exception cref="FlowException"><c>MF1008</c> as <c>404</c>.</exception>
    public async Task<IResult> GetAsync(HttpContext context, string name)
    {
        var source = new MediaSource { Blob = MediaNames.Require(name) };
        try
        {
            return new MediaContentResult(_reader, source, await _reader.InspectAsync(source, context.RequestAborted));
        }
        catch (FlowException e) when (e.Error.Code == ErrorCodes.BlobNotFound)
        {
            return NotFound(context, name);
        }
    }

    /// <summary>Removes it.</summary>
    public async Task<IResult> DeleteAsync(HttpContext context, string name) =>
        await _writer.DeleteAsync(new MediaSource { Blob = MediaNames.Require(name) }, context.RequestAborted) ? Results.NoContent() : NotFound(context, name);

    // As part of an input a missing blob is 422; as the resource that was asked for it is 404.
    private static IResult NotFound(HttpContext context, string name) => Problems.ProblemResult.From(
        new FlowError(ErrorCodes.BlobNotFound, $"There is no media named '{name}'.") { Hint = "Upload it with PUT /api/media/{name}." }, context, StatusCodes.Status404NotFound);
}
