using MediaFlows.Core.Errors;

namespace MediaFlows.Api.Problems;

/// <summary>The HTTP status of each error code; the table in <c>docs/http.md</c>.</summary>
public static class ProblemStatus
{
    /// <summary>The status for <paramref name="code"/>; 500 for one that no request should meet.</summary>
    public static int Of(string code) => code switch
    {
        ErrorCodes.BadJson => 400,
        ErrorCodes.Unauthorized => 401,
        ErrorCodes.CallbackRefused or ErrorCodes.OriginRefused => 403,
        ErrorCodes.UnknownPipeline or ErrorCodes.RouteNotFound or ErrorCodes.InstanceNotFound => 404,
        ErrorCodes.MethodNotAllowed => 405,
        ErrorCodes.IdempotencyInProgress or ErrorCodes.InvalidState or ErrorCodes.InstanceExists or ErrorCodes.NonDeterminism or ErrorCodes.Cancelled
            or ErrorCodes.Terminated or ErrorCodes.VersionNotFound or ErrorCodes.PollTimedOut or ErrorCodes.SubmitOutcomeUnknown or ErrorCodes.ChargeLimit => 409,
        ErrorCodes.BodyTooLarge => 413,
        ErrorCodes.UnsupportedContentType => 415,
        ErrorCodes.InvalidInput or ErrorCodes.QuestionsOpen or ErrorCodes.FileNotFound or ErrorCodes.FileOutsideRoot or ErrorCodes.BlobNotFound
            or ErrorCodes.IdempotencyMismatch or ErrorCodes.UrlRefused => 422,
        ErrorCodes.Overloaded or ErrorCodes.ProviderThrottled or ErrorCodes.TooManyWrongKeys => 429,
        ErrorCodes.CredentialsRefused or ErrorCodes.ProviderRefused or ErrorCodes.ProviderUnavailable or ErrorCodes.JobFailed or ErrorCodes.ProviderAnswerUnreadable
            or ErrorCodes.FeatureNotAllowed or ErrorCodes.QuotaExceeded or ErrorCodes.ContentMismatch or ErrorCodes.ContentRefused => 502,
        ErrorCodes.CredentialsMissing or ErrorCodes.StorageUnavailable or ErrorCodes.HubOwned or ErrorCodes.HubLost => 503,
        _ => 500,
    };

    /// <summary>Seconds to put into <c>Retry-After</c> when the error itself names none; null where waiting does not help.</summary>
    public static int? RetryAfter(string code) => code switch
    {
        ErrorCodes.IdempotencyInProgress or ErrorCodes.Overloaded => 1,
        ErrorCodes.StorageUnavailable or ErrorCodes.HubLost or ErrorCodes.ProviderThrottled => 5,
        ErrorCodes.HubOwned => 30,
        ErrorCodes.TooManyWrongKeys => 60,
        _ => null,
    };
}
