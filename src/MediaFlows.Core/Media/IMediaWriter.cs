namespace MediaFlows.Core.Media;

/// <summary>Writes results to media storage, or on the embedded host to files under its allowed root.</summary>
public interface IMediaWriter
{
    /// <summary>Streams <paramref name="content"/> to <paramref name="target"/> (blob or file); it appears there whole or not at all. Returns bytes and lower-case hex SHA-256.</summary>
    Task<MediaWritten> WriteAsync(MediaSource target, Stream content, string? contentType, CancellationToken cancellationToken);

    /// <summary>
    /// Downloads <paramref name="url"/> through the guarded client to <paramref name="target"/>. A 404 or 403 is retryable for a short while
    /// by the caller's policy, since results appear late at some providers.
    /// </summary>
    Task<MediaWritten> DownloadAsync(string url, MediaSource target, long? maxBytes, CancellationToken cancellationToken);

    /// <summary>Deletes what is stored at <paramref name="target"/> (blob only); false when there is nothing.</summary>
    Task<bool> DeleteAsync(MediaSource target, CancellationToken cancellationToken);
}
