using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Instances;

/// <summary><c>POST /api/flows/{id}/…</c>: the control verbs. Each answers after its request was recorded durably.</summary>
public sealed class FlowControlHandler
{
    private readonly IFlowClient _client;
    private readonly FlowDocuments _documents;

    /// <summary>Steers through <paramref name="client"/>.</summary>
    public FlowControlHandler(IFlowClient client, FlowDocuments documents)
    {
        _client = client;
        _documents = documents;
    }

    /// <summary>Cooperative stop.</summary>
    /// <exception cref="FlowException"><c>MF2001</c>, <c>MF2002</c>.</exception>
    public Task<IResult> CancelAsync(HttpContext context, string id) =>
        DoAsync(context, id, decides: false, r => _client.CancelAsync(id, r.Reason, context.RequestAborted));

    /// <summary>Hard stop.</summary>
    /// <exception cref="FlowException"><c>MF2001</c>, <c>MF2002</c>.</exception>
    public Task<IResult> TerminateAsync(HttpContext context, string id) =>
        DoAsync(context, id, decides: false, r => _client.TerminateAsync(id, r.Reason, context.RequestAborted));

    /// <summary>Hold.</summary>
    /// <exception cref="FlowException"><c>MF2001</c>, <c>MF2002</c>.</exception>
    public Task<IResult> SuspendAsync(HttpContext context, string id) =>
        DoAsync(context, id, decides: false, r => _client.SuspendAsync(id, r.Reason, context.RequestAborted));

    /// <summary>Go on.</summary>
    /// <exception cref="FlowException"><c>MF2001</c>, <c>MF2002</c>.</exception>
    public Task<IResult> ResumeAsync(HttpContext context, string id) =>
        DoAsync(context, id, decides: true, r => _client.ResumeAsync(id, r.ToDecision(), context.RequestAborted));

    /// <summary>Again from the failed step.</summary>
    /// <exception cref="FlowException"><c>MF2001</c>, <c>MF2002</c>.</exception>
    public Task<IResult> RetryAsync(HttpContext context, string id) =>
        DoAsync(context, id, decides: true, r => _client.RetryAsync(id, r.ToDecision(), context.RequestAborted));

    /// <summary>External event with the body as payload.</summary>
    /// <exception cref="FlowException"><c>MF1001</c> for a reserved name, <c>MF2001</c>, <c>MF2002</c>.</exception>
    public async Task<IResult> RaiseEventAsync(HttpContext context, string id, string name)
    {
        var payload = await EventPayload.ReadAsync(context, name);
        await _client.RequireAsync(id, context.RequestAborted);
        await _client.RaiseEventAsync(id, name, payload, context.RequestAborted);
        return await AcceptedAsync(context, id);
    }

    private async Task<IResult> DoAsync(HttpContext context, string id, bool decides, Func<ControlRequest, Task> verb)
    {
        var request = await ControlRequest.ReadAsync(context, decides);
        await verb(request);
        return await AcceptedAsync(context, id);
    }

    private async Task<IResult> AcceptedAsync(HttpContext context, string id)
    {
        var links = ApiLinks.For(context);
        context.Response.Headers.Location = links.Instance(id);
        context.Response.Headers.RetryAfter = "1";
        var instance = await _client.RequireAsync(id, context.RequestAborted);
        return ApiJson.Result(_documents.Full(instance with { Input = null }, links, toOwner: false), StatusCodes.Status202Accepted);
    }
}
