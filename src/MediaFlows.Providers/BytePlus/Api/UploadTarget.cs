using MediaFlows.Core.Serialization;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>
/// One address that an object may be sent to. The session key belongs to it alone: the address that took the bytes is the one to commit.
/// </summary>
/// <param name="Host">Host without scheme.</param>
/// <param name="StoreUri">Bucket and key.</param>
/// <param name="Auth">Authorization for this object, good for about an hour.</param>
/// <param name="SessionKey">What the commit names.</param>
public sealed record UploadTarget(string Host, string StoreUri, [property: Sensitive] string Auth, [property: Sensitive] string SessionKey)
{
    /// <summary>Headers to send along.</summary>
    public IReadOnlyList<UploadHeader> Headers { get; init; } = [];

    /// <summary>True when both lead to the same object at the same host, so that parts sent to one count for the other.</summary>
    public bool IsSameObject(UploadTarget other) => Host == other.Host && StoreUri == other.StoreUri;

    /// <summary>Host and object only.</summary>
    public override string ToString() => $"{Host}/{StoreUri}";
}
