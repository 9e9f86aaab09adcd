using MediaFlows.Core.Errors;
using MediaFlows.Core.Redaction;
using MediaFlows.Core.Storage;

namespace MediaFlows.Engine.Replay;

/// <summary>Exceptions as the errors that are recorded and shown.</summary>
internal static class EngineErrors
{
    public static FlowError From(Exception e) => e switch
    {
        FlowException f => f.Error,
        BlobStoreException { Failure: BlobFailure.Unavailable or BlobFailure.Throttled } b => new FlowError(
            ErrorCodes.StorageUnavailable, SignedUrls.RedactAll(b.Message)) { Retryable = true, Hint = "Check the storage account or Azurite." },
        AggregateException { InnerExceptions.Count: 1 } a => From(a.InnerExceptions[0]),
        _ => new FlowError(ErrorCodes.Internal, $"{e.GetType().Name}: {SignedUrls.RedactAll(e.Message)}"),
    };
}
