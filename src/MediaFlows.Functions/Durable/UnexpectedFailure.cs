using MediaFlows.Core.Errors;
using MediaFlows.Core.Redaction;
using MediaFlows.Core.Storage;

namespace MediaFlows.Functions.Durable;

/// <summary>Gives a failure that is no <see cref="FlowException"/> the one shape of errors.</summary>
public static class UnexpectedFailure
{
    /// <summary>Storage that did not answer can be asked again (<c>MF4001</c>); everything else is <c>MF9001</c>. URLs are redacted.</summary>
    public static FlowError Describe(Exception e) => e switch
    {
        FlowException known => known.Error,
        BlobStoreException { Failure: BlobFailure.Unavailable or BlobFailure.Throttled or BlobFailure.ConditionNotMet } =>
            new FlowError(ErrorCodes.StorageUnavailable, SignedUrls.RedactAll(e.Message)) { Retryable = true },
        BlobStoreException => new FlowError(ErrorCodes.StorageUnavailable, SignedUrls.RedactAll(e.Message)),
        _ => new FlowError(ErrorCodes.Internal, $"{e.GetType().Name}: {SignedUrls.RedactAll(e.Message)}"),
    };
}
