using System.Net;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Redaction;

namespace MediaFlows.Providers.Tencent.Api.Chat;

/// <summary>Turns refusals of the chat gateway into errors; members beyond the message are read leniently, since few are documented.</summary>
public static class ChatFailures
{
    private const string MayBeIncomplete = "The answer may be incomplete, and it may have been charged. Ask again only if it matters.";
    private const string MayBeCharged = "The gateway may have answered all the same, and then it charges. Ask again only if it matters; otherwise check the network first.";

    /// <summary>Reads the error of an answer that is no success.</summary>
    public static async Task<FlowError> ReadAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var body = VodJson.Parse(await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        var message = body?["error"] is JsonObject error ? error.Text("message") : body.Text("message");
        var (code, retryable, hint) = Classify(answer.StatusCode);
        return new FlowError(code, $"The chat gateway answered {(int)answer.StatusCode}: {SignedUrls.RedactAll(message ?? "no message")}")
        {
            Provider = TencentSettings.Provider,
            ProviderCode = (body?["error"]).Text("code"),
            ProviderRequestId = body.Text("request_id"),
            HttpStatus = (int)answer.StatusCode,
            Retryable = retryable,
            RetryAfter = answer.Headers.RetryAfter?.Delta,
            Hint = hint,
        };
    }

    /// <summary>The answer is not JSON.</summary>
    public static FlowException Unreadable() => new(
        ErrorCodes.ProviderAnswerUnreadable,
        "The chat gateway's answer is no JSON.",
        "Check TENCENTCLOUD_VOD_AIGC_ENDPOINT and proxies on the way.");

    /// <summary><paramref name="failure"/> of a call, with what it means for the bill when the gateway may have carried it out.</summary>
    public static FlowException NoAnswer(FlowException failure) => failure is OutcomeUnknownException
        ? new OutcomeUnknownException(failure.Error with { Hint = MayBeCharged, Retryable = false }, failure.InnerException)
        : failure;

    /// <summary>A stream ended without its end mark.</summary>
    public static FlowException CutOff(Exception? cause = null) => Broken("The chat gateway's stream ended before its end mark.", null, cause);

    /// <summary>The gateway said in the middle of a stream that it cannot go on.</summary>
    public static FlowException GivenUp(JsonObject error) =>
        Broken($"The chat gateway broke the answer off: {SignedUrls.RedactAll(error.Text("message") ?? "no message")}", error.Text("code"), null);

    private static OutcomeUnknownException Broken(string message, string? code, Exception? cause) => new(
        new FlowError(ErrorCodes.ProviderUnavailable, message)
        {
            Provider = TencentSettings.Provider,
            ProviderCode = code,
            Hint = MayBeIncomplete,
        },
        cause);

    private static (string Code, bool Retryable, string Hint) Classify(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => (ErrorCodes.CredentialsRefused, false, $"Check {TencentSettings.ChatTokenName}; a token that was just created works after about a minute."),
        HttpStatusCode.Forbidden => (ErrorCodes.FeatureNotAllowed, false, "The account is in arrears or the service is stopped."),
        HttpStatusCode.NotFound => (ErrorCodes.ProviderRefused, false, "The model is not known to the gateway; tencent.aigc-chat-models lists the documented ones."),
        HttpStatusCode.TooManyRequests => (ErrorCodes.ProviderThrottled, true, "10 requests and 100,000 tokens a minute are allowed per application; wait a minute."),
        _ when (int)status >= 500 => (ErrorCodes.ProviderUnavailable, false, "The call is not repeated by itself: an answered call is charged, and the gateway does not deduplicate."),
        _ => (ErrorCodes.ProviderRefused, false, "Correct the request that the message names."),
    };
}
