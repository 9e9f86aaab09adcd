using MediaFlows.Api.Links;
using MediaFlows.Core.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace MediaFlows.Api.Instances;

/// <summary><c>GET /api/flows/{id}/events</c>: server-sent events.</summary>
public sealed class FlowEventsHandler
{
    private readonly IFlowClient _client;
    private readonly FlowDocuments _documents;
    private readonly TimeProvider _time;
    private readonly ApiOptions _options;
    private readonly CancellationToken _stopping;

    /// <summary>Watches through <paramref name="client"/>; a host that stops closes its streams, and clients come back to the next one.</summary>
    public FlowEventsHandler(IFlowClient client, FlowDocuments documents, TimeProvider time, ApiOptions options, IHostApplicationLifetime? lifetime = null)
    {
        _client = client;
        _documents = documents;
        _time = time;
        _options = options;
        _stopping = lifetime?.ApplicationStopping ?? CancellationToken.None;
    }

    /// <summary>The state now and after every change, until the end; <c>204</c> when the client has seen the end already.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF2001</c>.</exception>
    public async Task<IResult> WatchAsync(HttpContext context, string id)
    {
        var instance = await _client.RequireAsync(id, context.RequestAborted);
        var links = ApiLinks.For(context);
        var lastSeen = context.Request.Headers["Last-Event-ID"].ToString();
        if (instance.Status.IsEnded() && StatusEvent.From(instance, _documents, links).Id == lastSeen) return Results.NoContent();
        return new EventStreamResult(_client, id, i => StatusEvent.From(i, _documents, links), lastSeen, _options.Heartbeat, _time, _stopping);
    }
}
