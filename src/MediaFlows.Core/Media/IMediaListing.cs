namespace MediaFlows.Core.Media;

/// <summary>Looks into media storage.</summary>
public interface IMediaListing
{
    /// <summary>Entries whose names start with <paramref name="prefix"/>, in ordinal order.</summary>
    /// <exception cref="Errors.FlowException"><c>MF4001</c>.</exception>
    IAsyncEnumerable<MediaItem> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>One entry, or null when there is none of that name.</summary>
    /// <exception cref="Errors.FlowException"><c>MF1001</c> for a name that cannot be one, <c>MF4001</c>.</exception>
    Task<MediaItem?> FindAsync(string name, CancellationToken cancellationToken);
}
