using System.Net;
using System.Net.Sockets;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Http;

/// <summary>Tells a request that certainly did not reach the server from one whose outcome is unknown. Used by every provider client.</summary>
public static class HttpFailures
{
    /// <summary>True when <paramref name="exception"/> proves that no request was sent: name not resolved, connection refused, TLS not established.</summary>
    public static bool NotSent(Exception exception) =>
        exception is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError }
        || exception.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.HostUnreachable or SocketError.NetworkUnreachable };

    /// <summary>
    /// The error for a call that got no answer. A call that was not sent, or that is safe to repeat, is retryable;
    /// otherwise the outcome is unknown.
    /// </summary>
    public static FlowException NoAnswer(Exception exception, string provider, string action, bool safeToRepeat)
    {
        var notSent = NotSent(exception);
        var error = new FlowError(
            ErrorCodes.ProviderUnavailable,
            notSent ? $"{action}: {provider} could not be reached ({Reason(exception)})." : $"{action}: {provider} gave no answer ({Reason(exception)}).")
        {
            Provider = provider,
            Retryable = true,
            Hint = "Check the network and the provider's status page.",
        };
        return notSent || safeToRepeat ? new FlowException(error, exception) : new OutcomeUnknownException(error, exception);
    }

    /// <summary>True for statuses after which the same call may succeed: 408, 425, 429 and every 5xx but 501.</summary>
    public static bool IsTransient(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or (HttpStatusCode)425 or HttpStatusCode.TooManyRequests || ((int)status >= 500 && status != HttpStatusCode.NotImplemented);

    // The message of a socket or HTTP exception may hold a host name, never a query string.
    private static string Reason(Exception exception) => exception switch
    {
        OperationCanceledException => "timeout",
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } e => e.HttpRequestError.ToString(),
        _ => exception.GetType().Name,
    };
}
