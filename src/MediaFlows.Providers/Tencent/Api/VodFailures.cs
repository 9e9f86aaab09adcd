using System.Net;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.Tencent.Api;

/// <summary>
/// Turns the API's dotted codes into errors a person can act on: matched by family first, by detail second, since details come and go.
/// </summary>
public static class VodFailures
{
    /// <summary>The refusal of a SessionId that was used within three days.</summary>
    public const string DuplicateSession = "InvalidParameterValue.SessionId";

    /// <summary>True when the provider says that this submit was accepted before. The answer names no task.</summary>
    public static bool IsDuplicate(FlowError error) => error.ProviderCode == DuplicateSession;

    /// <summary>The exception for a <c>Response.Error</c>.</summary>
    public static FlowException Refused(VodCall call, string code, string message, string? requestId)
    {
        var family = code.Split('.')[0];
        var (own, retryable, hint) = Classify(family, code);
        var error = new FlowError(own, $"{call.Action} was refused: {SignedUrls.RedactAll(message)} ({code})")
        {
            Provider = TencentSettings.Provider,
            ProviderCode = code,
            ProviderRequestId = requestId,
            HttpStatus = 200,
            Retryable = retryable,
            RetryAfter = family == "RequestLimitExceeded" ? TimeSpan.FromSeconds(1) : null,
            Hint = hint,
        };
        // After an internal error nobody knows whether the work was begun.
        return family == "InternalError" && !call.SafeToRepeat ? new OutcomeUnknownException(error) : new FlowException(error);
    }

    /// <summary>The exception for an answer outside the envelope, which the API never gives on purpose.</summary>
    public static FlowException Unreadable(VodCall call, HttpStatusCode status)
    {
        var transient = HttpFailures.IsTransient(status);
        var error = new FlowError(
            status == HttpStatusCode.OK ? ErrorCodes.ProviderAnswerUnreadable : ErrorCodes.ProviderUnavailable,
            $"{call.Action}: the API answered HTTP {(int)status} without its envelope.")
        {
            Provider = TencentSettings.Provider,
            HttpStatus = (int)status,
            Retryable = transient || status == HttpStatusCode.OK,
            Hint = "Check TENCENTCLOUD_VOD_ENDPOINT, proxies on the way and the provider's status page.",
        };
        var certain = status is HttpStatusCode.TooManyRequests || ((int)status is >= 300 and < 500 && !transient);
        return call.SafeToRepeat || certain ? new FlowException(error) : new OutcomeUnknownException(error);
    }

    private static (string Code, bool Retryable, string Hint) Classify(string family, string code) => family switch
    {
        "RequestLimitExceeded" => (ErrorCodes.ProviderThrottled, true, "Nothing was started. The call is tried again more slowly; lower Tencent:RateLimits for this action if it happens often."),
        "InternalError" => (ErrorCodes.ProviderUnavailable, true, "An error inside the service; it is tried again."),
        "AuthFailure" when code == "AuthFailure.SignatureExpire" =>
            (ErrorCodes.CredentialsRefused, false, "The clock of this machine is more than five minutes off. Correct it."),
        "AuthFailure" when code.EndsWith(".UnauthorizedOperation", StringComparison.Ordinal) =>
            (ErrorCodes.FeatureNotAllowed, false, "Grant the API key access to VOD in the provider's access management."),
        "AuthFailure" => (ErrorCodes.CredentialsRefused, false, $"Check {TencentSettings.SecretIdName} and {TencentSettings.SecretKeyName}."),
        "UnauthorizedOperation" => (ErrorCodes.FeatureNotAllowed, false, "Grant the API key access to this operation, or have the feature enabled for the account."),
        "LimitExceeded" => (ErrorCodes.QuotaExceeded, false, "A quota of the account is used up: wait for running tasks to end, or have the quota raised."),
        "ResourceNotFound" => (ErrorCodes.ProviderRefused, false, "Check the id and the sub-application that it belongs to; tasks are found for three days."),
        "MissingParameter" => (ErrorCodes.ProviderRefused, false, $"Accounts opened after 2023-12-25 must name a sub-application: set {TencentSettings.SubAppIdName} or give subAppId."),
        _ => (ErrorCodes.ProviderRefused, false, "Correct the input that the message names and start again."),
    };
}
