namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>A file that a run made.</summary>
/// <param name="FileId">Its id.</param>
/// <param name="StoreUri">Bucket and path, with or without <c>tos://</c>.</param>
public sealed record ExecutionFile(string? FileId, string? StoreUri)
{
    /// <summary>The path in the space: <see cref="StoreUri"/> without scheme and bucket; null when there is none.</summary>
    public string? DirectUrl
    {
        get
        {
            var uri = StoreUri ?? "";
            var scheme = uri.IndexOf("://", StringComparison.Ordinal);
            var path = scheme < 0 ? uri.TrimStart('/') : uri[(scheme + 3)..];
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            return slash < 0 || slash == path.Length - 1 ? null : path[(slash + 1)..];
        }
    }
}
