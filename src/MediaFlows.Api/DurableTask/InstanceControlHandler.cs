using MediaFlows.Api.Instances;
using MediaFlows.Api.Links;
using MediaFlows.Api.Problems;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.DurableTask;

/// <summary>The Durable Functions control routes. Where ours answer <c>409</c> for an instance that has ended, these answer <c>410</c>, as that API does.</summary>
public sealed class InstanceControlHandler
{
    private readonly IFlowClient _client;

    /// <summary>Steers through <paramref name="client"/>.</summary>
    public InstanceControlHandler(IFlowClient client) => _client = client;

    /// <summary><c>raiseEvent/{eventName}</c>.</summary>
    public async Task<IResult> RaiseEventAsync(HttpContext context, string id, string eventName)
    {
        var payload = await EventPayload.ReadAsync(context, eventName);
        return await DoAsync(context, id, s => !s.IsEnded(), _ => _client.RaiseEventAsync(id, eventName, payload, context.RequestAborted));
    }

    /// <summary><c>terminate</c>.</summary>
    public Task<IResult> TerminateAsync(HttpContext context, string id) =>
        DoAsync(context, id, s => !s.IsEnded(), reason => _client.TerminateAsync(id, reason, context.RequestAborted));

    /// <summary><c>suspend</c>.</summary>
    public Task<IResult> SuspendAsync(HttpContext context, string id) =>
        DoAsync(context, id, s => !s.IsEnded(), reason => _client.SuspendAsync(id, reason, context.RequestAborted));

    /// <summary><c>resume</c>; a timed-out instance, which shows as failed there, is resumed too.</summary>
    public Task<IResult> ResumeAsync(HttpContext context, string id) =>
        DoAsync(
            context,
            id,
            s => !s.IsEnded() || s is FlowStatus.TimedOut or FlowStatus.NeedsAttention,
            reason => _client.ResumeAsync(id, new ResumeDecision { Reason = reason }, context.RequestAborted));

    /// <summary><c>rewind</c>: our retry.</summary>
    public Task<IResult> RewindAsync(HttpContext context, string id) =>
        DoAsync(
            context,
            id,
            s => s is not (FlowStatus.Completed or FlowStatus.Terminated or FlowStatus.Cancelled),
            reason => _client.RetryAsync(id, new ResumeDecision { Reason = reason }, context.RequestAborted));

    /// <summary><c>restart</c>: a new run with the same input; answers with its check-status payload.</summary>
    public async Task<IResult> RestartAsync(HttpContext context, string id)
    {
        var query = new QueryValues(context.Request.Query);
        var newId = query.Flag("restartWithNewInstanceId", absent: true);
        query.ThrowIfWrong();
        await _client.RequireAsync(id, context.RequestAborted);
        var started = await _client.RestartAsync(id, sameId: !newId, context.RequestAborted);
        var payload = ApiLinks.For(context).CheckStatus(started);
        context.Response.Headers.Location = payload.StatusQueryGetUri;
        context.Response.Headers.RetryAfter = "5";
        return ApiJson.Result(payload, StatusCodes.Status202Accepted);
    }

    private async Task<IResult> DoAsync(HttpContext context, string id, Func<FlowStatus, bool> allowed, Func<string?, Task> verb)
    {
        var query = new QueryValues(context.Request.Query);
        var reason = query.Text("reason", 1000);
        query.ThrowIfWrong();
        var instance = await _client.RequireAsync(id, context.RequestAborted);
        if (!allowed(instance.Status)) return Gone(context, instance.Status);
        await verb(reason);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static ProblemResult Gone(HttpContext context, FlowStatus status) => ProblemResult.From(
        new FlowError(ErrorCodes.InvalidState, $"The instance has ended ({status.ToRuntimeStatus()}).") { Hint = "Look at its status." },
        context,
        StatusCodes.Status410Gone);
}
