using MediaFlows.Core.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MediaFlows.Api.Instances;

/// <summary>Writes states as <c>text/event-stream</c> with heartbeats between them.</summary>
internal sealed class EventStreamResult(
    IFlowClient client, string id, Func<FlowInstance, StatusEvent> toEvent, string lastSeen, TimeSpan heartbeat, TimeProvider time, CancellationToken stopping) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var seen = lastSeen;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        var states = client.WatchAsync(id, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = states.MoveNextAsync().AsTask();
        try
        {
            // Sends the headers now: a client that already has the current state would else wait for them until the next change.
            await response.Body.FlushAsync(stop.Token);
            while (await NextOrHeartbeatsAsync(next, response, stop.Token))
            {
                var e = toEvent(states.Current);
                if (e.Id != seen) await SendAsync(response, $"id: {e.Id}\nevent: {e.Name}\ndata: {e.Data}\n\n", stop.Token);
                if (e.IsEnd) break;
                seen = e.Id;
                next = states.MoveNextAsync().AsTask();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The client went away, or the host stops.
        }
        finally
        {
            await stop.CancelAsync();
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            await states.DisposeAsync();
        }
    }

    private async Task<bool> NextOrHeartbeatsAsync(Task<bool> next, HttpResponse response, CancellationToken cancellationToken)
    {
        while (!next.IsCompleted)
        {
            using var withdraw = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var beat = Task.Delay(heartbeat, time, withdraw.Token);
            var first = await Task.WhenAny(next, beat);
            await withdraw.CancelAsync();
            if (first == beat)
            {
                await beat;
                await SendAsync(response, ": heartbeat\n\n", cancellationToken);
            }
        }

        return await next;
    }

    private static async Task SendAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.WriteAsync(text, cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
