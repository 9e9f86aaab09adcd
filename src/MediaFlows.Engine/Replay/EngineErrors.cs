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
        BlobStoreException b => new FlowError(ErrorCodes.StorageUnavailable, SignedUrls.RedactAll(b.Message))
        {
            // What somebody else changed in between is read anew by the next try.
            Retryable = b.Failure is BlobFailure.Unavailable or BlobFailure.Throttled or BlobFailure.ConditionNotMet,
            Hint = "Check the storage account or Azurite, and that AzureWebJobsStorage names it.",
        },
        AggregateException { InnerExceptions.Count: 1 } a => From(a.InnerExceptions[0]),
        _ => new FlowError(ErrorCodes.Internal, $"{e.GetType().Name}: {SignedUrls.RedactAll(e.Message)}"),
    };
}
