using System.Text.Json;
using MediaFlows.Api.Instances;
using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Batches.Flows;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Batches;

/// <summary><c>POST /api/batches/{id}/limit</c>: a person raises, lowers or lifts the charge limit of a batch.</summary>
public sealed class BatchLimitHandler
{
    private readonly IFlowClient _client;
    private readonly IChargeGate _gate;
    private readonly FlowDocuments _documents;

    /// <summary>Sets limits at <paramref name="gate"/>.</summary>
    public BatchLimitHandler(IFlowClient client, IChargeGate gate, FlowDocuments documents)
    {
        _client = client;
        _gate = gate;
        _documents = documents;
    }

    /// <summary>
    /// Sets the limit. A batch that runs comes back to the items that were held back at the end of its pass; one that ended with failed items is retried,
    /// unless the new limit leaves it no room.
    /// </summary>
    /// <exception cref="FlowException"><c>MF1001</c>, <c>MF2001</c>, <c>MF2002</c> for a batch that is over or has not begun to count.</exception>
    public async Task<IResult> SetAsync(HttpContext context, string id)
    {
        var stop = context.RequestAborted;
        var most = (await ReadAsync(context)).MaxCharges;
        var batch = await _client.RequireAsync(id, stop);
        if (batch.Flow != BatchFlow.Ref.Name) throw InstanceLookup.Missing(id);
        if (batch.Status is FlowStatus.Completed or FlowStatus.Cancelled or FlowStatus.Terminated)
            throw new FlowException(ErrorCodes.InvalidState, $"The batch '{id}' is over.", "Start what is left as another batch.");
        if (!await _gate.LimitAsync(id, most, stop))
            throw new FlowException(new FlowError(ErrorCodes.InvalidState, $"The batch '{id}' has not begun yet.") { Hint = "Try again in a moment.", Retryable = true });
        var room = most is null || await _gate.ReadAsync(id, stop) is not { } used || used.Count < most;
        if (batch.Status == FlowStatus.Failed && room)
            await _client.RetryAsync(id, new ResumeDecision { Reason = $"The charge limit was set to {most?.ToString() ?? "none"}." }, stop);
        var links = ApiLinks.For(context);
        context.Response.Headers.Location = links.Instance(id);
        var now = await _client.RequireAsync(id, stop);
        return ApiJson.Result(_documents.Full(now with { Input = null }, links, toOwner: false) with { Charges = await _gate.ReadAsync(id, stop) }, StatusCodes.Status202Accepted);
    }

    private static async Task<BatchLimitRequest> ReadAsync(HttpContext context)
    {
        try
        {
            var request = (await JsonBody.ReadObjectAsync(context.Request, context.RequestAborted)).Deserialize<BatchLimitRequest>(ApiJson.Strict)!;
            return request.MaxCharges is null or >= 0 ? request : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidInputException("maxCharges", "The body is {\"maxCharges\": n}: a whole number from 0, or null for no limit.");
        }
    }
}
