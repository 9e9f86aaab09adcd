namespace MediaFlows.Simulator.BytePlus.Objects;

/// <summary>One offered upload address.</summary>
internal sealed record UploadSession(string SessionKey, string Space, string FileName, string StoreUri)
{
    private readonly Lock _lock = new();
    private StoredMedia? _media;

    /// <summary>The media that a commit made of it: the same one however often it is committed.</summary>
    public StoredMedia Commit(BytePlusAccount account)
    {
        lock (_lock) return _media ??= account.Publish(Space, FileName, StoreUri);
    }
}
