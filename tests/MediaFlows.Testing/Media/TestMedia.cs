using System.Collections.Concurrent;
using System.Security.Cryptography;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;

namespace MediaFlows.Testing.Media;

/// <summary>Media in memory (blobs), files straight from disk, URLs through a plain client. The guarded real one is tested with the storage project.</summary>
public sealed class TestMedia : IMediaReader, IMediaWriter
{
    private static readonly HttpClient Http = new();

    public ConcurrentDictionary<string, byte[]> Blobs { get; } = new(StringComparer.Ordinal);

    public async Task<MediaInfo> InspectAsync(MediaSource source, CancellationToken cancellationToken)
    {
        if (source.Blob is not null)
            return Blobs.TryGetValue(source.Blob, out var blob)
                ? new MediaInfo(Path.GetFileName(source.Blob), blob.Length, null, Convert.ToHexString(SHA256.HashData(blob)))
                : throw new FlowException(ErrorCodes.BlobNotFound, $"There is no media named '{source.Blob}'.", "Upload it first.");
        if (source.File is not null)
        {
            var file = new FileInfo(source.File);
            return file.Exists
                ? new MediaInfo(file.Name, file.Length, null, $"{file.LastWriteTimeUtc.Ticks}-{file.Length}")
                : throw new FlowException(ErrorCodes.FileNotFound, $"The file '{source.File}' does not exist.", "Check the path.");
        }

        using var answer = await Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, source.Url), cancellationToken);
        return new MediaInfo(Path.GetFileName(new Uri(source.Url!).AbsolutePath), answer.Content.Headers.ContentLength, answer.Content.Headers.ContentType?.MediaType, answer.Headers.ETag?.Tag);
    }

    public async Task<Stream> OpenAsync(MediaSource source, long offset, long? length, string? version, CancellationToken cancellationToken)
    {
        if (version is not null && (await InspectAsync(source, cancellationToken)).Version != version)
            throw new FlowException(ErrorCodes.ContentMismatch, "The source changed while it was read.", "Start again with the new content.");
        var all = source.Blob is not null ? Blobs[source.Blob]
            : source.File is not null ? await File.ReadAllBytesAsync(source.File, cancellationToken)
            : await Http.GetByteArrayAsync(source.Url, cancellationToken);
        return new MemoryStream(all, (int)offset, (int)(length ?? (all.Length - offset)), writable: false);
    }

    public async Task<MediaWritten> WriteAsync(MediaSource target, Stream content, string? contentType, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken);
        var bytes = buffer.ToArray();
        if (target.Blob is not null) Blobs[target.Blob] = bytes;
        else await File.WriteAllBytesAsync(target.File!, bytes, cancellationToken);
        return new MediaWritten(bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), contentType);
    }

    public async Task<MediaWritten> DownloadAsync(string url, MediaSource target, long? maxBytes, CancellationToken cancellationToken)
    {
        using var answer = await Http.GetAsync(url, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new FlowException(new FlowError(ErrorCodes.ProviderUnavailable, $"The download answered {(int)answer.StatusCode}.") { HttpStatus = (int)answer.StatusCode, Retryable = true });
        return await WriteAsync(target, await answer.Content.ReadAsStreamAsync(cancellationToken), answer.Content.Headers.ContentType?.MediaType, cancellationToken);
    }

    public Task<bool> DeleteAsync(MediaSource target, CancellationToken cancellationToken) =>
        Task.FromResult(Blobs.TryRemove(target.Blob!, out _));
}
