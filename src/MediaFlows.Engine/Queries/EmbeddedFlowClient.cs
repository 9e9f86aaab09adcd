using System.Text.Json;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Runtime;
using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Queries;

/// <summary>The client of a hub in the same process.</summary>
internal sealed partial class EmbeddedFlowClient(Hub hub, FlowCatalog catalog, FlowSerializer serializer, IIdSource ids) : IFlowClient
{
    public async Task<string> StartAsync(FlowStart start, CancellationToken cancellationToken)
    {
        var flow = FindFlow(start);
        var id = start.InstanceId ?? ids.NewId();
        StartRules.Check(id, start);
        using var span = EngineTracing.StartCreate(flow.Info.Name, flow.Info.Version, id, start.TraceParent, start.TraceState);
        var header = new InstanceHeader(id, flow.Info.Name, flow.Info.Version, 0)
        {
            Batch = start.Batch,
            Tags = start.Tags,
            TraceParent = span?.Id ?? start.TraceParent,
            TraceState = start.TraceState,
            StartAtTicks = start.StartAt?.UtcTicks ?? 0,
            NotifyId = start.NotifyInstanceId,
        };
        var input = serializer.ToBytes(start.Input, flow.InputType);
        hub.BeginStart();
        try
        {
            return await hub.AskAsync(h => h.Start(header, input)).WaitAsync(cancellationToken);
        }
        finally
        {
            hub.EndStart();
        }
    }

    public async Task RaiseEventAsync(string id, string name, JsonElement payload, CancellationToken cancellationToken)
    {
        var json = payload.ValueKind == JsonValueKind.Undefined ? "null"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(payload);
        await hub.AskAsync(h => h.RaiseEvent(id, name, json, null)).WaitAsync(cancellationToken);
    }

    public async Task CancelAsync(string id, string? reason, CancellationToken cancellationToken)
    {
        var json = serializer.ToBytes(new CancelRequest(reason), typeof(CancelRequest));
        await hub.AskAsync(h => h.RaiseEvent(id, FlowEvents.Cancel, json, reason)).WaitAsync(cancellationToken);
    }

    public Task TerminateAsync(string id, string? reason, CancellationToken cancellationToken) =>
        hub.AskAsync(h => h.Terminate(id, reason)).WaitAsync(cancellationToken);

    public Task SuspendAsync(string id, string? reason, CancellationToken cancellationToken) =>
        hub.AskAsync(h => h.Suspend(id, reason)).WaitAsync(cancellationToken);

    public async Task ResumeAsync(string id, ResumeDecision decision, CancellationToken cancellationToken)
    {
        if (await hub.AskAsync(h => h.Unsuspend(id, decision.Reason)).WaitAsync(cancellationToken)) return;
        await GoOnAsync(id, decision, isRetry: false, cancellationToken);
    }

    public Task RetryAsync(string id, ResumeDecision decision, CancellationToken cancellationToken) => GoOnAsync(id, decision, isRetry: true, cancellationToken);

    public Task<bool> PurgeAsync(string id, CancellationToken cancellationToken) => new Purger(hub).RunAsync(id).WaitAsync(cancellationToken);

    public Task<int> PurgeAsync(PurgeFilter filter, CancellationToken cancellationToken) => new Purger(hub).RunAsync(filter).WaitAsync(cancellationToken);

    private async Task GoOnAsync(string id, ResumeDecision decision, bool isRetry, CancellationToken cancellationToken)
    {
        for (var look = 1; ; look++)
        {
            var family = await FamilyReader.ReadAsync(hub, id).WaitAsync(cancellationToken);
            try
            {
                await hub.AskAsync(h => h.GoOnFromEnd(id, decision, isRetry, family)).WaitAsync(cancellationToken);
                return;
            }
            catch (InstanceMovedException) when (look < Looks)
            {
                // Read again where it is now.
            }
        }
    }

    private IFlow FindFlow(FlowStart start) => catalog.FindFlow(start.Flow, start.Version) ?? throw (catalog.FindFlow(start.Flow) is null
        ? new FlowException(ErrorCodes.UnknownPipeline, $"There is no flow named '{start.Flow}'.", "GET /api/pipelines lists what there is.")
        : new FlowException(ErrorCodes.VersionNotFound, $"There is no version {start.Version} of {start.Flow}.", "Leave the version out to take the current one."));
}
