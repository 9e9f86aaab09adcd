using System.Net;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Http;
using MediaFlows.Storage.Urls;

namespace MediaFlows.Storage.Media.Urls;

/// <summary>What the status of a fetched URL means.</summary>
internal static class UrlFailures
{
    /// <summary>The error of an answer that carries no media. 403 and 404 are retryable: some providers name a result before it is there.</summary>
    public static FlowException Status(GuardedResponse answer)
    {
        var status = (int)answer.Status;
        var where = UrlRefusals.Show(answer.Url);
        if (HttpFailures.IsTransient(answer.Status))
        {
            return new FlowException(new FlowError(ErrorCodes.ProviderUnavailable, $"{where} answered {status}.")
            {
                HttpStatus = status,
                Retryable = true,
                RetryAfter = answer.Headers.RetryAfter?.Delta,
                Hint = "The server is busy or in trouble; try again later.",
            });
        }

        return new FlowException(new FlowError(ErrorCodes.FileNotFound, $"{where} answered {status}, so there is nothing to read.")
        {
            HttpStatus = status,
            Retryable = answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden,
            Hint = "Check the URL; if it is signed, it may have expired.",
        });
    }
}
