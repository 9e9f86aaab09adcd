using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Problems;

/// <summary>Turns whatever was thrown into our one error shape. What is not ours becomes <c>MF9001</c> without a word of its message.</summary>
internal static class Failures
{
    /// <summary>The error to show for <paramref name="failure"/>.</summary>
    public static FlowError ErrorOf(Exception failure) => failure switch
    {
        FlowException e => e.Error,
        BlobStoreException { Failure: BlobFailure.NotFound } => Storage("The hub's storage container does not exist.", retryable: false),
        BlobStoreException { Failure: BlobFailure.Forbidden } => Storage("Storage refused the host's credentials.", retryable: false),
        BlobStoreException { Failure: BlobFailure.Throttled } => Storage("Storage is throttling.", retryable: true),
        BlobStoreException { Failure: BlobFailure.Unavailable } => Storage("Storage did not answer.", retryable: true),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new FlowError(ErrorCodes.BodyTooLarge, "The body is larger than this path takes.") { Hint = "Send media with PUT /api/media/{name}." },
        BadHttpRequestException => new FlowError(ErrorCodes.BadJson, "The request is malformed or broke off.") { Hint = "Send it again." },
        _ => new FlowError(ErrorCodes.Internal, "Something unexpected happened inside MediaFlows.")
        {
            Hint = "Send it again with the same Idempotency-Key; report it with the traceId if it happens again.",
        },
    };

    /// <summary>True when the failure is a fault of ours and belongs into the log with its stack.</summary>
    public static bool IsUnexpected(Exception failure) => ErrorOf(failure).Code == ErrorCodes.Internal;

    private static FlowError Storage(string message, bool retryable) => new(ErrorCodes.StorageUnavailable, message)
    {
        Retryable = retryable,
        Hint = "Repeat the request with the same Idempotency-Key: it cannot start twice.",
    };
}
