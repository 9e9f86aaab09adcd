using MediaFlows.Api.Links;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Batches.Flows;
using MediaFlows.Core.Client;
using MediaFlows.Core.Submissions;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Instances;

/// <summary><c>GET /api/flows/{id}</c>: the one place where the owner sees signed URLs whole.</summary>
public sealed class FlowStatusHandler
{
    private const int MaxChildren = 50;
    private readonly IFlowClient _client;
    private readonly FlowDocuments _documents;
    private readonly IChargeGate _gate;

    /// <summary>Reads through <paramref name="client"/>; a batch's charges from <paramref name="gate"/>.</summary>
    public FlowStatusHandler(IFlowClient client, FlowDocuments documents, IChargeGate gate)
    {
        _client = client;
        _documents = documents;
        _gate = gate;
    }

    /// <summary>The status document.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF2001</c>.</exception>
    public async Task<IResult> ShowAsync(HttpContext context, string id)
    {
        var query = new QueryValues(context.Request.Query);
        var withChildren = query.Flag("children", absent: true);
        query.ThrowIfWrong();
        var instance = await _client.RequireAsync(id, context.RequestAborted);
        var children = withChildren ? await ChildrenAsync(id, context.RequestAborted) : null;
        if (!instance.Status.IsEnded()) context.Response.Headers.RetryAfter = "1";
        var companion = instance.NotifyInstanceId is { } notify ? await _client.GetAsync(notify, context.RequestAborted) : null;
        var charges = instance.Flow == BatchFlow.Ref.Name ? await _gate.ReadAsync(id, context.RequestAborted) : null;
        return ApiJson.Result(_documents.Full(instance, ApiLinks.For(context), toOwner: true, children, companion) with { Charges = charges });
    }

    private async Task<IReadOnlyList<ChildDocument>?> ChildrenAsync(string id, CancellationToken cancellationToken)
    {
        var page = await _client.ListAsync(new FlowQuery { ParentId = id, IncludeChildren = true, Top = MaxChildren }, cancellationToken);
        return page.Items.Count == 0 ? null : [.. page.Items.Select(_documents.Child)];
    }
}
