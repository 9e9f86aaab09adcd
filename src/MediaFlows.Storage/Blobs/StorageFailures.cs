using System.Xml;
using Azure;
using Azure.Identity;
using MediaFlows.Core.Storage;

namespace MediaFlows.Storage.Blobs;

/// <summary>
/// What a failed storage call means. The SDK's own messages are not passed on: its 403 quotes the signature that was sent and the text that
/// was signed, and others quote the URL with its shared access signature.
/// </summary>
internal static class StorageFailures
{
    /// <summary>True for what a storage call fails with; false for the caller's own cancellation and for programming errors.</summary>
    public static bool IsFailure(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        RequestFailedException or AuthenticationFailedException => true,

        // The SDK reads error bodies as XML, and what a gateway in between sends need not be any. The status is lost with it.
        XmlException => true,
        FileNotFoundException or FileLoadException => false,
        IOException or HttpRequestException or TimeoutException => true,
        _ => false,
    };

    /// <summary>The failure with a message of our own.</summary>
    public static BlobStoreException Describe(string action, Exception exception) => exception switch
    {
        RequestFailedException { Status: > 0 } e => new BlobStoreException(Classify(e.Status, e.ErrorCode), $"Cannot {action}: {Answer(e)}"),
        AuthenticationFailedException e => new BlobStoreException(BlobFailure.Forbidden, $"Cannot {action}: no token could be had for the storage account ({e.GetType().Name}). Sign in, or give the identity a role on the account."),
        OperationCanceledException or TimeoutException => new BlobStoreException(BlobFailure.Unavailable, $"Cannot {action}: storage gave no answer in time."),
        _ => new BlobStoreException(BlobFailure.Unavailable, $"Cannot {action}: storage could not be reached or dropped the connection ({Cause(exception)})."),
    };

    /// <summary>The table of the service's statuses and error codes.</summary>
    public static BlobFailure Classify(int status, string? errorCode) => (status, errorCode) switch
    {
        (_, "ServerBusy") or (429, _) => BlobFailure.Throttled,

        // The old container of that name is still going away, or the account is busy with itself: nothing was written, later it works.
        (409, "ContainerBeingDeleted" or "QueueBeingDeleted" or "SystemInUse" or "AccountBeingCreated") => BlobFailure.Throttled,
        (409, "BlobImmutableDueToPolicy") => BlobFailure.Forbidden,
        (409, "BlockCountExceedsLimit" or "FeatureVersionMismatch" or "MaxBlobSizeConditionNotMet") => BlobFailure.Rejected,
        (409 or 412 or 304, _) => BlobFailure.ConditionNotMet,
        (404, _) => BlobFailure.NotFound,
        (401 or 403, _) => BlobFailure.Forbidden,
        (408 or >= 500, _) => BlobFailure.Unavailable,
        _ => BlobFailure.Rejected,
    };

    private static string Answer(RequestFailedException e)
    {
        var id = e.GetRawResponse()?.Headers.TryGetValue("x-ms-request-id", out var value) == true ? $" (request {Plain(value)})" : "";
        var advice = e.ErrorCode switch
        {
            "AuthenticationFailed" => " Check the account key or token, and this machine's clock.",
            "AuthorizationPermissionMismatch" or "AuthorizationFailure" => " Give the identity the roles Storage Blob Data Contributor and Storage Queue Data Contributor.",
            _ => "",
        };
        return $"storage answered {e.Status} {Plain(e.ErrorCode)}{id}.{advice}";
    }

    private static string Cause(Exception exception)
    {
        while (exception.InnerException is { } inner) exception = inner;
        return exception is System.Net.Sockets.SocketException socket ? socket.SocketErrorCode.ToString() : exception.GetType().Name;
    }

    // Codes and request ids are words; anything else that stands in their place is not shown.
    private static string Plain(string? text) =>
        text is { Length: > 0 and <= 80 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? text : "without a code";
}
