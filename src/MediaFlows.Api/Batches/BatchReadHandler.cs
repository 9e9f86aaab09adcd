using MediaFlows.Api.Instances;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Batches.Flows;
using MediaFlows.Core.Client;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Batches;

/// <summary><c>GET /api/batches/{id}</c> and its results.</summary>
public sealed class BatchReadHandler
{
    private readonly IFlowClient _client;
    private readonly FlowStatusHandler _status;
    private readonly BatchBlobs _blobs;
    private readonly FlowSerializer _serializer;

    /// <summary>Reads results from <paramref name="blobs"/>.</summary>
    public BatchReadHandler(IFlowClient client, FlowStatusHandler status, BatchBlobs blobs, FlowSerializer serializer)
    {
        _client = client;
        _status = status;
        _blobs = blobs;
        _serializer = serializer;
    }

    /// <summary>The batch's status document; <c>progress.items</c> counts its items.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF2001</c>, also for an instance that is no batch.</exception>
    public async Task<IResult> ShowAsync(HttpContext context, string id)
    {
        await RequireBatchAsync(id, context.RequestAborted);
        return await _status.ShowAsync(context, id);
    }

    /// <summary>One JSON line per item in the manifest's order, as far as there are results; streamed, so that a million lines need no memory.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF2001</c>, also for an instance that is no batch.</exception>
    public async Task<IResult> ResultsAsync(HttpContext context, string id)
    {
        await RequireBatchAsync(id, context.RequestAborted);
        return new ResultLinesResult(id, _blobs, _serializer);
    }

    private async Task RequireBatchAsync(string id, CancellationToken cancellationToken)
    {
        if ((await _client.RequireAsync(id, cancellationToken)).Flow != BatchFlow.Ref.Name) throw InstanceLookup.Missing(id);
    }
}
