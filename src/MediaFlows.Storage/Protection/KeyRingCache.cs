namespace MediaFlows.Storage.Protection;

/// <summary>
/// The key ring of this process. Another process of the same hub may have rotated the keys, so a key id that is not known here is looked for
/// once more in the source, at most every ten seconds.
/// </summary>
internal sealed class KeyRingCache(Func<KeyRing> load, TimeProvider time)
{
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private KeyRing? _ring;
    private long _loadedAt;

    public ProtectionKey Writing => Ring().Writing;

    public ProtectionKey? Find(string id)
    {
        if (Ring().Find(id) is { } key) return key;
        lock (_lock)
        {
            if (time.GetElapsedTime(_loadedAt) >= LeastAge) Load();
            return _ring!.Find(id);
        }
    }

    private KeyRing Ring()
    {
        lock (_lock) return _ring ?? Load();
    }

    private KeyRing Load()
    {
        _ring = load();
        _loadedAt = time.GetTimestamp();
        return _ring;
    }
}
