using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Core.Redaction;
using MediaFlows.Providers.Volcengine;

namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>Reads the upload gateway's refusals. Its error numbers are not published, so the HTTP status decides.</summary>
internal static class UploadGatewayFailures
{
    /// <summary>True for <c>"success": 0</c>.</summary>
    public static bool Succeeded(JsonObject answer) => answer["success"]?.ToString() is "0";

    /// <summary>True when the authorization of the address is no longer good: a new one is to be asked for.</summary>
    public static bool IsAuthorization(FlowError error) =>
        error is { Provider: BytePlusNames.Provider, HttpStatus: 401 or 403, Code: ErrorCodes.CredentialsRefused };

    /// <summary>True when the gateway does not know the upload id: it expired, or the parts were put together already.</summary>
    public static bool IsUnknownUpload(FlowError error) => error is { Provider: BytePlusNames.Provider, HttpStatus: 404 };

    public static FlowException Refused(string request, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        var error = VolcengineError.Parse(body)?["error"];
        var message = SignedUrls.RedactAll(error?["message"]?.ToString() ?? error?["error"]?.ToString() ?? "");
        var status = (int)response.StatusCode;
        var (code, retryable, hint) = Classify(response, message);
        response.Headers.TryGetValues("X-Tt-Logid", out var logIds);
        return new FlowException(new FlowError(code, $"{request} was refused by the upload gateway (HTTP {status}{(message.Length == 0 ? "" : ", " + message)}).")
        {
            Provider = BytePlusNames.Provider,
            ProviderCode = error?["code"]?.ToString(),
            ProviderRequestId = logIds?.FirstOrDefault(),
            HttpStatus = status,
            Retryable = retryable,
            RetryAfter = response.Headers.RetryAfter?.Delta,
            Hint = hint,
        });
    }

    public static FlowException Altered(string request) => new(new FlowError(ErrorCodes.ContentMismatch, $"{request} arrived altered: its checksum differs.")
    {
        Provider = BytePlusNames.Provider,
        Retryable = true,
        Hint = "It is sent again. If it stays like this, something on the way changes the bytes.",
    });

    public static FlowException Unreadable(string request, string missing) =>
        new(new FlowError(ErrorCodes.ProviderAnswerUnreadable, $"{request}: the answer of the upload gateway has no {missing}.") { Provider = BytePlusNames.Provider, Retryable = true });

    private static (string Code, bool Retryable, string Hint) Classify(HttpResponseMessage response, string message)
    {
        var status = (int)response.StatusCode;
        if (status is 401 or 403) return (ErrorCodes.CredentialsRefused, false, "The upload authorization ended; a new one is asked for.");
        if (status == 429) return (ErrorCodes.ProviderThrottled, true, "It is tried again more slowly.");
        if (HttpFailures.IsTransient(response.StatusCode))
            return (ErrorCodes.ProviderUnavailable, true, "It is tried again, then at the next address.");
        if (message.Contains("crc", StringComparison.OrdinalIgnoreCase))
            return (ErrorCodes.ContentMismatch, true, "The bytes were altered on the way; they are sent again.");
        return (ErrorCodes.ProviderRefused, false, "Start the upload again.");
    }
}
