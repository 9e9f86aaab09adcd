using MediaFlows.Api.Reading;
using MediaFlows.Core.Callbacks;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Api.Callbacks;

/// <summary><c>POST /api/callbacks/{provider}</c>.</summary>
public sealed class CallbackHandler
{
    private readonly FlowCatalog _catalog;
    private readonly JobWaker _waker;
    private readonly ILogger<CallbackHandler> _log;

    /// <summary>Verifies by the provider's receiver and wakes by <paramref name="waker"/>.</summary>
    public CallbackHandler(FlowCatalog catalog, JobWaker waker, ILogger<CallbackHandler> log)
    {
        _catalog = catalog;
        _waker = waker;
        _log = log;
    }

    /// <summary>Verifies the callback and wakes whoever waits for its jobs. Repeats, jobs of others and late ones are answered the same, and change nothing.</summary>
    /// <exception cref="FlowException"><c>MF1003</c>, <c>MF1005</c>, <c>MF5003</c>.</exception>
    public async Task<IResult> ReceiveAsync(HttpContext context, string provider)
    {
        var receiver = _catalog.FindCallback(provider)
            ?? throw new FlowException(ErrorCodes.UnknownPipeline, $"No callbacks are received for '{provider}'.", "Check the address that the provider was given.");
        var request = context.Request;
        var body = await JsonBody.ReadBytesAsync(request, context.RequestAborted);
        var message = new CallbackMessage(
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal),
            body);
        foreach (var jobId in (await receiver.ReadAsync(message, context.RequestAborted)).Distinct(StringComparer.Ordinal))
        {
            var woken = await _waker.WakeAsync(receiver.Provider, jobId, context.RequestAborted);
            _log.LogInformation("Callback of {Provider} for job {JobId} woke {Count} flows", provider, jobId, woken);
        }

        return ApiJson.Result(new { status = "ok" });
    }
}
