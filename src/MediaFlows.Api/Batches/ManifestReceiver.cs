using System.Security.Cryptography;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace MediaFlows.Api.Batches;

/// <summary>
/// Takes a manifest from a request body to media storage. Its name is its hash, which an idempotency key can then be held to;
/// the hash is known at the end only, so the bytes wait in a temporary file of the host's user, never in memory.
/// </summary>
public sealed class ManifestReceiver
{
    private readonly IMediaWriter _media;

    /// <summary>Stores by <paramref name="media"/>.</summary>
    public ManifestReceiver(IMediaWriter media) => _media = media;

    /// <summary>True when the body is JSON, so no manifest but a request that names one.</summary>
    internal static bool IsJson(HttpRequest request) => MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType == "application/json";

    /// <exception cref="FlowException"><c>MF1013</c>, <c>MF4001</c>.</exception>
    internal async Task<ReceivedManifest> ReceiveAsync(HttpContext context)
    {
        var request = context.Request;
        var format = Format(request);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        await using var file = OpenTemporary();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
        }

        if (file.Length == 0) throw new InvalidInputException("manifest", "The manifest is empty.");
        file.Position = 0;
        var name = $"manifests/{Convert.ToHexStringLower(hash.GetHashAndReset())}.{format}{(IsGzip(request) ? ".gz" : "")}";
        await _media.WriteAsync(new MediaSource { Blob = name }, file, request.ContentType, context.RequestAborted);
        return new ReceivedManifest(name, format);
    }

    private static string Format(HttpRequest request)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.ToString().ToLowerInvariant() : "";
        return type switch
        {
            "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" => "jsonl",
            "text/csv" => "csv",
            _ => throw new FlowException(
                ErrorCodes.UnsupportedContentType,
                "The body is a manifest (application/x-ndjson or text/csv) or a JSON object that names one.",
                "Set Content-Type accordingly; gzip is told by Content-Encoding: gzip."),
        };
    }

    private static bool IsGzip(HttpRequest request) => request.Headers.ContentEncoding.ToString().Equals("gzip", StringComparison.OrdinalIgnoreCase);

    private static FileStream OpenTemporary()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), "mediaflows-" + Path.GetRandomFileName()), options);
    }
}
