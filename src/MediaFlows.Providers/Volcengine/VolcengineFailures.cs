using System.Net;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.Volcengine;

/// <summary>Turns refusals of an OpenAPI into errors a person can act on, by the published tables of gateway and product codes.</summary>
public static class VolcengineFailures
{
    private const int LongestMessage = 500;

    private static readonly HashSet<string> Credentials = new(StringComparer.Ordinal)
    {
        "MissingAuthenticationToken", "MissingSignature", "InvalidAccessKey", "SignatureDoesNotMatch", "InvalidAuthorization", "InvalidCredential",
        "InvalidSecretToken", "Unauthorized", "InvalidTimestamp",
    };

    private static readonly HashSet<string> Throttled = new(StringComparer.Ordinal) { "FlowLimitExceeded", "RequestLimitExceeded" };

    private static readonly HashSet<string> Unavailable = new(StringComparer.Ordinal)
    {
        "InternalError", "ServiceUnavailable", "ServiceTimeout", "Busy", "ResourceUnavailable",
    };

    /// <summary>
    /// The exception for a refused answer: throttled is retryable, a server error is retryable or of unknown outcome
    /// (<see cref="VolcengineCall.SafeToRepeat"/>), everything else is final.
    /// </summary>
    public static FlowException Refused(string provider, VolcengineCall call, VolcengineAnswer answer, VolcengineError? error)
    {
        var family = error?.Code.Split('.')[0] ?? "";
        var (code, hint) = Classify(family, (int)answer.Status, answer);
        var retryable = code is ErrorCodes.ProviderThrottled or ErrorCodes.ProviderUnavailable;
        var detail = error is null ? $"HTTP {(int)answer.Status}" : $"{error.Code}: {Shorten(error.Message)}";
        var flowError = new FlowError(code, $"{call.Action} was refused by {provider} ({detail}).")
        {
            Provider = provider,
            ProviderCode = error?.Code,
            ProviderRequestId = error?.RequestId ?? answer.LogId,
            HttpStatus = (int)answer.Status,
            Retryable = retryable,
            RetryAfter = answer.RetryAfter,
            Hint = hint,
        };
        return code == ErrorCodes.ProviderUnavailable && !call.SafeToRepeat
            ? new OutcomeUnknownException(flowError)
            : new FlowException(flowError);
    }

    /// <summary>The exception for a 2xx answer without the fields that the document promises.</summary>
    public static FlowException Unreadable(string provider, VolcengineCall call, VolcengineAnswer answer, string missing)
    {
        var error = new FlowError(ErrorCodes.ProviderAnswerUnreadable, $"{call.Action}: the answer of {provider} has no {missing}.")
        {
            Provider = provider,
            ProviderRequestId = answer.LogId,
            HttpStatus = (int)answer.Status,
            Retryable = call.SafeToRepeat,
            Hint = "Try again; if it stays like this, the provider changed its API.",
        };
        return call.SafeToRepeat ? new FlowException(error) : new OutcomeUnknownException(error);
    }

    /// <summary>The exception for a readable result that lacks what the document promises.</summary>
    public static FlowException Missing(string provider, VolcengineCall call, string what) =>
        Unreadable(provider, call, new VolcengineAnswer(HttpStatusCode.OK, ReadOnlyMemory<byte>.Empty, null, null), what);

    private static (string Code, string Hint) Classify(string family, int status, VolcengineAnswer answer)
    {
        if (family == "InvalidTimestamp")
            return (ErrorCodes.CredentialsRefused, "The clock of this machine is wrong by more than 15 minutes: set it right.");
        if (Credentials.Contains(family))
            return (ErrorCodes.CredentialsRefused, "Check access key, secret key and region; mediaflows doctor tests them.");
        if (status == 429 || Throttled.Contains(family))
            return (ErrorCodes.ProviderThrottled, "The account's request rate is used up; it is tried again more slowly.");
        if (family is "QuotaInsufficient" or "ResourceInsufficient")
            return (ErrorCodes.QuotaExceeded, "Raise the account's quota, or wait until it is free again.");
        if (HttpFailures.IsTransient(answer.Status) || Unavailable.Contains(family))
            return (ErrorCodes.ProviderUnavailable, "The provider has a problem of its own; it is tried again.");
        if (status is 401) return (ErrorCodes.CredentialsRefused, "Check access key, secret key and region; mediaflows doctor tests them.");
        return status is 403
            ? (ErrorCodes.ProviderRefused, "The key lacks the permission for this action: grant it in the provider's access management.")
            : (ErrorCodes.ProviderRefused, "Correct the request; the same one is refused again.");
    }

    // A server may quote the request in its sentence, signed URLs included.
    private static string Shorten(string message)
    {
        var safe = SignedUrls.RedactAll(message);
        return safe.Length <= LongestMessage ? safe : safe[..LongestMessage] + "…";
    }
}
