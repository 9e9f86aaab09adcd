using System.Net;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.VideoEval.Api;

/// <summary>Turns refusals and unreadable answers into errors a person can act on, each with the document's error envelope.</summary>
internal static class VideoEvalFailures
{
    // The document's scripts quote this much of a body that is no JSON.
    private const int QuotedCharacters = 1000;

    public static FlowException Refused(VideoEvalOperation operation, VideoEvalCall call, VideoEvalAnswer answer)
    {
        var (code, hint) = Classify(answer);
        var quota = code == ErrorCodes.QuotaExceeded;
        var said = SignedUrls.RedactAll(answer.Message);
        var reason = (answer.Code, said) switch
        {
            (null, "") => "",
            (null, _) => ": " + said,
            ({ } c, "") => $", code {c}",
            ({ } c, _) => $", code {c}: {said}",
        };
        var message = quota ? $"{QuotaRefusal.Chinese} ({QuotaRefusal.English})" : $"{operation.Title} was refused (HTTP {(int)answer.Status}{reason}).";
        var details = Details(answer);
        if (quota)
        {
            details["message_en"] = QuotaRefusal.English;
            details["service_message"] = said;
        }

        var error = new FlowError(code, message)
        {
            Provider = VideoEvalService.Provider,
            ProviderCode = answer.Code,
            HttpStatus = (int)answer.Status,
            Retryable = code is ErrorCodes.ProviderThrottled or ErrorCodes.ProviderUnavailable,
            RetryAfter = answer.RetryAfter,
            Hint = hint,
            Document = ErrorEnvelope.Create(call.RequestId, quota ? QuotaRefusal.Chinese : message, operation.FailureCode, details),
        };
        return code == ErrorCodes.ProviderUnavailable && !operation.SafeToRepeat ? new OutcomeUnknownException(error) : new FlowException(error);
    }

    public static FlowException NotJson(VideoEvalOperation operation, VideoEvalCall call, VideoEvalAnswer answer) =>
        Unreadable(operation, call, answer, operation.FailureCode, $"{operation.Title}: the answer is not JSON (HTTP {(int)answer.Status}): {Quote(answer.Text)}");

    public static FlowException Missing(VideoEvalOperation operation, VideoEvalCall call, VideoEvalAnswer answer, string what) =>
        Unreadable(operation, call, answer, operation.MissingCode, $"{operation.Title}: the answer has no {what}.");

    public static FlowException NoAnswer(VideoEvalOperation operation, VideoEvalCall call, Exception exception)
    {
        var plain = HttpFailures.NoAnswer(exception, VideoEvalService.Provider, operation.Title, operation.SafeToRepeat);
        var error = plain.Error with { Document = ErrorEnvelope.Create(call.RequestId, plain.Error.Message, operation.FailureCode, details: null) };
        return plain is OutcomeUnknownException ? new OutcomeUnknownException(error, exception) : new FlowException(error, exception);
    }

    private static FlowException Unreadable(VideoEvalOperation operation, VideoEvalCall call, VideoEvalAnswer answer, string word, string message)
    {
        var transient = HttpFailures.IsTransient(answer.Status);
        var error = new FlowError(transient ? ErrorCodes.ProviderUnavailable : ErrorCodes.ProviderAnswerUnreadable, message)
        {
            Provider = VideoEvalService.Provider,
            HttpStatus = (int)answer.Status,
            Retryable = transient,
            RetryAfter = answer.RetryAfter,
            Hint = "Try again; if it stays like this, the service changed its interface.",
            Document = ErrorEnvelope.Create(call.RequestId, message, word, Details(answer)),
        };

        // An answer that cannot be read does not say that nothing was created; a plain refusal by status does.
        var mayBeDone = (int)answer.Status is < 400 or >= 500 or 408;
        return !operation.SafeToRepeat && mayBeDone ? new OutcomeUnknownException(error) : new FlowException(error);
    }

    private static (string Code, string Hint) Classify(VideoEvalAnswer answer)
    {
        var status = (int)answer.Status;
        if (QuotaRefusal.IsQuota(answer.Message)) return (ErrorCodes.QuotaExceeded, "Submit again when the last 24 hours hold fewer videos, or buy more. Videos that run already count.");
        if (status == 401 || answer.Code == "401") return (ErrorCodes.CredentialsRefused, $"The API key is missing or not valid. Get one at {VideoEvalService.KeyPage}");
        if (status == 403 || answer.Code == "403") return (ErrorCodes.FeatureNotAllowed, "The account of this API key may not do this.");
        if (status == 429 || answer.Code == "429") return (ErrorCodes.ProviderThrottled, "Too many requests; it is tried again more slowly.");
        if (HttpFailures.IsTransient(answer.Status) || IsServerCode(answer.Code)) return (ErrorCodes.ProviderUnavailable, "The service has a problem of its own.");
        return status == (int)HttpStatusCode.NotFound || answer.Code == "404"
            ? (ErrorCodes.ProviderRefused, "Check the id; mediaflows videoeval list shows the tasks of this account.")
            : (ErrorCodes.ProviderRefused, "Correct what the message names; the same request is refused again.");
    }

    // Nothing is published. Codes that look like HTTP's 5xx, alone or as the head of a longer number, are taken for the server's own trouble.
    private static bool IsServerCode(string? code) => code is { Length: 3 or 5 or 6 } && code[0] == '5' && code.All(char.IsAsciiDigit);

    private static JsonObject Details(VideoEvalAnswer answer) => new()
    {
        ["status_code"] = (int)answer.Status,
        ["response"] = answer.IsJson ? RedactedJson.Copy(answer.Body) : Quote(answer.Text),
    };

    private static string Quote(string text)
    {
        var safe = SignedUrls.RedactAll(text);
        return safe.Length <= QuotedCharacters ? safe : safe[..QuotedCharacters];
    }
}
