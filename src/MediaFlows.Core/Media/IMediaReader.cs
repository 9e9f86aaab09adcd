namespace MediaFlows.Core.Media;

/// <summary>Reads media sources of every kind. URLs go through the guarded client, files stay under the allowed root.</summary>
public interface IMediaReader
{
    /// <summary>Looks at a source without reading it.</summary>
    /// <exception cref="Errors.FlowException"><c>MF1006</c>, <c>MF1007</c>, <c>MF1008</c>, <c>MF5002</c>.</exception>
    Task<MediaInfo> InspectAsync(MediaSource source, CancellationToken cancellationToken);

    /// <summary>
    /// Opens <paramref name="length"/> bytes from <paramref name="offset"/> (null: to the end) as a forward-only stream that holds at most a small buffer.
    /// When <paramref name="version"/> is given and the source has another one now, it fails with <c>MF3010</c>.
    /// </summary>
    Task<Stream> OpenAsync(MediaSource source, long offset, long? length, string? version, CancellationToken cancellationToken);
}
