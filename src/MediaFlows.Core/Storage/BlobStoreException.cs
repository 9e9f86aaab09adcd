namespace MediaFlows.Core.Storage;

/// <summary>A storage call failed.</summary>
public sealed class BlobStoreException : Exception
{
    /// <summary>Describes the failure; <paramref name="message"/> holds no signed query string.</summary>
    public BlobStoreException(BlobFailure failure, string message, Exception? inner = null)
        : base(message, inner) => Failure = failure;

    /// <summary>What is known of the outcome.</summary>
    public BlobFailure Failure { get; }
}
