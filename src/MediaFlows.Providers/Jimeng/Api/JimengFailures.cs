using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Core.Redaction;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>Turns refusals, by the service's table and the gateway's, into errors a person can act on, each with the document's JSON.</summary>
internal static class JimengFailures
{
    // A slot is free when a task ends, and tasks take minutes.
    private static readonly TimeSpan ConcurrencyPause = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The exception for an answer that is no success: throttled is retryable, a server error is retryable or (for a submit) of unknown outcome,
    /// everything else is final.
    /// </summary>
    public static FlowException Refused(VolcengineCall call, JimengAnswer answer, string? taskId)
    {
        if (answer.Code is null) return NoCode(call, answer, taskId);
        if (!answer.IsServiceCode) return Gateway(call, answer, taskId);
        var error = Describe(answer, taskId);
        return error.Code == ErrorCodes.ProviderUnavailable && !call.SafeToRepeat ? new OutcomeUnknownException(error) : new FlowException(error);
    }

    /// <summary>The error of a code of the service. A code that is not in the table is judged by the HTTP status.</summary>
    public static FlowError Describe(JimengAnswer answer, string? taskId)
    {
        var row = JimengCode.Find(answer.Code);
        var kind = row?.Kind ?? Unknown(answer);
        var said = SignedUrls.RedactAll(answer.Message);
        var code = row?.ErrorCode ?? kind switch
        {
            JimengCodeKind.Throttled => ErrorCodes.ProviderThrottled,
            JimengCodeKind.ServerError => ErrorCodes.ProviderUnavailable,
            _ => ErrorCodes.ProviderRefused,
        };
        return new FlowError(code, $"{row?.Meaning ?? "The service refused"} ({answer.Code}: {said}).")
        {
            Provider = JimengService.Provider,
            ProviderCode = answer.Code,
            ProviderRequestId = answer.RequestId,
            HttpStatus = (int)answer.Raw.Status,
            Retryable = kind is JimengCodeKind.Throttled or JimengCodeKind.ServerError,
            RetryAfter = answer.Raw.RetryAfter ?? (answer.Code == "50430" ? ConcurrencyPause : null),
            Hint = row?.Hint ?? "Look the code up in the provider's pages, or ask its support with the request id.",
            Document = JimengDocument.Failure(answer.Code!, said, taskId),
        };
    }

    /// <summary>The same failure with the document's JSON, for calls that got no answer.</summary>
    public static FlowException NoAnswer(FlowException failure, string? taskId)
    {
        var timeout = failure.InnerException is OperationCanceledException;
        var message = timeout ? "Request timeout" : failure.Error.Message;
        var error = failure.Error with
        {
            Hint = timeout ? $"Raise {JimengService.TimeoutVariable}." : failure.Error.Hint,
            Document = JimengDocument.Failure(timeout ? JimengDocument.Timeout : JimengDocument.RequestFailed, message, taskId),
        };
        return failure is OutcomeUnknownException ? new OutcomeUnknownException(error, failure.InnerException) : new FlowException(error, failure.InnerException);
    }

    /// <summary>The exception for a submit that was accepted without an id: it may be running, and nobody can ask for it.</summary>
    public static FlowException NoTaskId(JimengAnswer answer)
    {
        const string message = "The submit was accepted, but the answer has no task id.";
        return new OutcomeUnknownException(new FlowError(ErrorCodes.ProviderAnswerUnreadable, message)
        {
            Provider = JimengService.Provider,
            ProviderRequestId = answer.RequestId,
            HttpStatus = (int)answer.Raw.Status,
            Document = JimengDocument.Failure(JimengDocument.NoTaskId, message, taskId: null),
        });
    }

    private static FlowException NoCode(VolcengineCall call, JimengAnswer answer, string? taskId)
    {
        var throttled = (int)answer.Raw.Status == 429;
        var transient = HttpFailures.IsTransient(answer.Raw.Status);
        var message = $"{call.Action}: the answer is not the JSON that is expected (HTTP {(int)answer.Raw.Status}).";
        var error = new FlowError(throttled ? ErrorCodes.ProviderThrottled : transient ? ErrorCodes.ProviderUnavailable : ErrorCodes.ProviderAnswerUnreadable, message)
        {
            Provider = JimengService.Provider,
            ProviderRequestId = answer.RequestId,
            HttpStatus = (int)answer.Raw.Status,
            Retryable = transient || (call.SafeToRepeat && (int)answer.Raw.Status < 400),
            RetryAfter = answer.Raw.RetryAfter,
            Hint = "Try again; if it stays like this, something between here and the service answers in its place.",
            Document = JimengDocument.Failure(JimengDocument.JsonError, message, taskId),
        };
        var refused = throttled || ((int)answer.Raw.Status is >= 400 and < 500 && !transient);
        return !call.SafeToRepeat && !refused ? new OutcomeUnknownException(error) : new FlowException(error);
    }

    private static FlowException Gateway(VolcengineCall call, JimengAnswer answer, string? taskId)
    {
        var refused = VolcengineFailures.Refused(
            JimengService.Provider, call, answer.Raw, new VolcengineError(answer.Code!, answer.Message, answer.RequestId));
        var error = refused.Error with { Document = JimengDocument.Failure(answer.Code!, SignedUrls.RedactAll(answer.Message), taskId) };
        return refused is OutcomeUnknownException ? new OutcomeUnknownException(error) : new FlowException(error);
    }

    private static JimengCodeKind Unknown(JimengAnswer answer) =>
        (int)answer.Raw.Status == 429 ? JimengCodeKind.Throttled
        : HttpFailures.IsTransient(answer.Raw.Status) ? JimengCodeKind.ServerError
        : JimengCodeKind.Refused;
}
