using System.Text.Json;
using MediaFlows.Api.Instances;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Webhooks;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Webhooks;

/// <summary><c>POST /api/flows/{id}/notify</c>: delivers again by hand.</summary>
public sealed class NotifyHandler
{
    private readonly IFlowClient _client;
    private readonly FlowDocuments _documents;
    private readonly FlowSerializer _serializer;
    private readonly TimeProvider _time;

    /// <summary>Steers companions through <paramref name="client"/>.</summary>
    public NotifyHandler(IFlowClient client, FlowDocuments documents, FlowSerializer serializer, TimeProvider time)
    {
        _client = client;
        _documents = documents;
        _serializer = serializer;
        _time = time;
    }

    /// <summary>
    /// What was not delivered is tried from the start of the schedule, or with <c>?delivery=</c> that one event; where all was, the last event is posted once
    /// more. Every event keeps its id.
    /// </summary>
    /// <exception cref="FlowException"><c>MF1001</c> for a delivery that is not in the log, <c>MF2001</c>, <c>MF2002</c> when the instance was started without a webhook.</exception>
    public async Task<IResult> DeliverAgainAsync(HttpContext context, string id)
    {
        var query = new QueryValues(context.Request.Query);
        var delivery = query.Text("delivery");
        query.ThrowIfWrong();
        var instance = await _client.RequireAsync(id, context.RequestAborted);
        var companion = instance.NotifyInstanceId is { } notify ? await _client.GetAsync(notify, context.RequestAborted) : null;
        if (companion is null)
            throw new FlowException(ErrorCodes.InvalidState, $"The instance '{id}' has no webhook.", "A webhook is named when a flow is started: the member 'notify'.");
        if (delivery is not null && companion.Progress?["webhooks"]?.AsArray().Any(d => (string?)d?["id"] == delivery) != true)
            throw new InvalidInputException("delivery", $"The log has no delivery '{delivery}'.");

        // An ended companion begins anew with its old input, and so its old url and secret; what it remembered is handed back to it.
        NotifyState? kept = null;
        if (companion.Status.IsEnded())
        {
            kept = companion is { Status: FlowStatus.Completed, Output: { } output } ? output.Deserialize<NotifyState>(_serializer.Options) : null;
            await _client.RestartAsync(companion.Id, sameId: true, context.RequestAborted);
        }

        var asked = new NotifyEvent(State: null, _time.GetUtcNow().UtcDateTime, Resumes: 0) { Delivery = delivery, Kept = kept };
        await _client.RaiseEventAsync(companion.Id, FlowEvents.Notify, _serializer.ToElement(asked), context.RequestAborted);
        var now = await _client.RequireAsync(companion.Id, context.RequestAborted);
        return ApiJson.Result(_documents.Notify(now, toOwner: false), StatusCodes.Status202Accepted);
    }
}
