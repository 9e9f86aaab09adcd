using System.Text.Json;
using MediaFlows.Api.Instances;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Webhooks;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Webhooks;

/// <summary><c>POST /api/flows/{id}/notify</c>: delivers again by hand.</summary>
public sealed class NotifyHandler
{
    private readonly IFlowClient _client;
    private readonly FlowDocuments _documents;
    private readonly TimeProvider _time;

    /// <summary>Steers companions through <paramref name="client"/>.</summary>
    public NotifyHandler(IFlowClient client, FlowDocuments documents, TimeProvider time)
    {
        _client = client;
        _documents = documents;
        _time = time;
    }

    /// <summary>What was not delivered is tried from the start of the schedule; where all was, the last event is posted once more with its old id.</summary>
    /// <exception cref="FlowException"><c>MF2001</c>, <c>MF2002</c> when the instance was started without a webhook.</exception>
    public async Task<IResult> DeliverAgainAsync(HttpContext context, string id)
    {
        new QueryValues(context.Request.Query).ThrowIfWrong();
        var instance = await _client.RequireAsync(id, context.RequestAborted);
        var companion = instance.NotifyInstanceId is { } notify ? await _client.GetAsync(notify, context.RequestAborted) : null;
        if (companion is null)
            throw new FlowException(ErrorCodes.InvalidState, $"The instance '{id}' has no webhook.", "A webhook is named when a flow is started: the member 'notify'.");

        // An ended companion begins anew with its old input, and so its old url and secret; it then looks at the instance and finds the end.
        if (companion.Status.IsEnded()) await _client.RestartAsync(companion.Id, sameId: true, context.RequestAborted);
        var again = JsonSerializer.SerializeToElement(new NotifyEvent(State: null, _time.GetUtcNow().UtcDateTime, Resumes: 0), ApiJson.Options);
        await _client.RaiseEventAsync(companion.Id, FlowEvents.Notify, again, context.RequestAborted);
        var now = await _client.RequireAsync(companion.Id, context.RequestAborted);
        return ApiJson.Result(_documents.Notify(now, toOwner: false), StatusCodes.Status202Accepted);
    }
}
