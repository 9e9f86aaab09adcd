using Azure.Storage.Blobs;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Media;
using MediaFlows.Storage.Media.Blobs;
using MediaFlows.Storage.Media.Files;
using MediaFlows.Storage.Media.Urls;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Media;

/// <summary>Media of every kind behind one door: blobs of the hub, files under the allowed root, URLs through the guarded client.</summary>
public sealed class MediaStore : IMediaReader, IMediaWriter, IMediaListing
{
    private readonly Lazy<BlobMedia> _blobs;
    private readonly FileMedia _files;
    private readonly UrlMedia _urls;
    private readonly MediaOptions _options;

    /// <summary>Keeps blobs in the container that <paramref name="container"/> gives, asked for at the first use of a blob.</summary>
    public MediaStore(Func<BlobContainerClient> container, MediaOptions options, GuardedHttpClient http, TimeProvider time)
    {
        _options = options;
        _blobs = new Lazy<BlobMedia>(() => new BlobMedia(container(), options, time));
        _files = new FileMedia(new AllowedRoot(options.FileRoot));
        _urls = new UrlMedia(http);
    }

    /// <inheritdoc/>
    public Task<MediaInfo> InspectAsync(MediaSource source, CancellationToken cancellationToken) => Kind(source) switch
    {
        MediaKind.Blob => _blobs.Value.InspectAsync(source.Blob!, cancellationToken),
        MediaKind.File => Task.FromResult(_files.Inspect(source.File!)),
        _ => _urls.InspectAsync(source.Url!, cancellationToken),
    };

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(MediaSource source, long offset, long? length, string? version, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length ?? 0);
        return Kind(source) switch
        {
            MediaKind.Blob => await _blobs.Value.OpenAsync(source.Blob!, offset, length, version, cancellationToken),
            MediaKind.File => _files.Open(source.File!, offset, length, version),
            _ => (await _urls.OpenAsync(source.Url!, offset, length, version, null, cancellationToken)).Content,
        };
    }

    /// <inheritdoc/>
    public Task<MediaWritten> WriteAsync(MediaSource target, Stream content, string? contentType, CancellationToken cancellationToken) => Kind(target) switch
    {
        MediaKind.Blob => _blobs.Value.WriteAsync(target.Blob!, content, contentType, cancellationToken),
        MediaKind.File => _files.WriteAsync(target.File!, content, contentType, cancellationToken),
        _ => throw new InvalidInputException("url", "Media can be written to a blob or to a file, not to a URL."),
    };

    /// <inheritdoc/>
    public async Task<MediaWritten> DownloadAsync(string url, MediaSource target, long? maxBytes, CancellationToken cancellationToken)
    {
        var limit = maxBytes ?? _options.MaxBytes;
        var body = await _urls.OpenAsync(url, 0, null, null, limit, cancellationToken);
        await using var content = body.Content;

        // Object stores answer with a type that says nothing for what was put there without one; the name knows better then.
        var type = body.ContentType is "application/octet-stream" or "binary/octet-stream" ? null : body.ContentType;
        return await WriteAsync(target, content, type, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(MediaSource target, CancellationToken cancellationToken) => Kind(target) == MediaKind.Blob
        ? _blobs.Value.DeleteAsync(target.Blob!, cancellationToken)
        : throw new InvalidInputException("blob", "Only media blobs can be deleted.");

    /// <inheritdoc/>
    public IAsyncEnumerable<MediaItem> ListAsync(string prefix, CancellationToken cancellationToken) => _blobs.Value.ListAsync(prefix, cancellationToken);

    /// <inheritdoc/>
    public Task<MediaItem?> FindAsync(string name, CancellationToken cancellationToken) => _blobs.Value.FindAsync(name, cancellationToken);

    private static MediaKind Kind(MediaSource source) => (source.Url, source.Blob, source.File) switch
    {
        (not null, null, null) => MediaKind.Url,
        (null, not null, null) => MediaKind.Blob,
        (null, null, not null) => MediaKind.File,
        _ => throw new InvalidInputException("source", "Give exactly one of url, blob and file."),
    };

    private enum MediaKind
    {
        Url,
        Blob,
        File,
    }
}
