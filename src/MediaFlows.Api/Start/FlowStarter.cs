using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Api.Idempotency;
using MediaFlows.Api.Webhooks;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Redaction;
using MediaFlows.Core.Serialization;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Api.Start;

/// <summary>Starts flows for every front end: strict reading, preparation, questions, idempotency. Nothing is started unless everything fits.</summary>
public sealed class FlowStarter
{
    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;
    private readonly IFlowClient _client;
    private readonly IConfiguration _settings;
    private readonly IMediaReader _media;
    private readonly IdempotentStarts _idempotent;
    private readonly NotifyCompanions _companions;
    private readonly IServiceProvider _services;

    /// <summary>Puts the parts together.</summary>
    public FlowStarter(
        FlowCatalog catalog,
        FlowSerializer serializer,
        IFlowClient client,
        IConfiguration settings,
        IMediaReader media,
        IdempotentStarts idempotent,
        NotifyCompanions companions,
        IServiceProvider services)
    {
        _catalog = catalog;
        _serializer = serializer;
        _client = client;
        _settings = settings;
        _media = media;
        _idempotent = idempotent;
        _companions = companions;
        _services = services;
    }

    /// <summary>Starts <paramref name="command"/>, or answers with the instance that its idempotency key started before.</summary>
    /// <exception cref="Core.Errors.FlowException"><c>MF1001</c>, <c>MF1002</c>, <c>MF1003</c>, <c>MF1009</c>, <c>MF1010</c>, <c>MF2003</c>, <c>MF4001</c>, <c>MF4006</c>, <c>MF5002</c> for the URL of <c>notify</c>, or what preparing found.</exception>
    public async Task<StartResult> StartAsync(StartCommand command, CancellationToken cancellationToken)
    {
        var flow = _catalog.RequireFlow(command.Pipeline);
        if (command.IdempotencyKey is { } key)
        {
            return await _idempotent.StartAsync(
                key,
                PayloadHash.Of(command),
                command.InstanceId,
                () => PrepareAsync(flow, command, cancellationToken),
                (input, id) => CarryOutAsync(flow, command, input, id, CancellationToken.None),
                cancellationToken);
        }

        var prepared = await PrepareAsync(flow, command, cancellationToken);
        return new StartResult(await CarryOutAsync(flow, command, prepared, command.InstanceId, cancellationToken), Replayed: false);
    }

    /// <summary>The provider requests that <paramref name="command"/> would make; calls no provider.</summary>
    /// <exception cref="Core.Errors.FlowException">As <see cref="StartAsync"/> up to preparation.</exception>
    public async Task<DryRunDocument> PlanAsync(StartCommand command, CancellationToken cancellationToken)
    {
        var flow = _catalog.RequireFlow(command.Pipeline);
        var prepared = await PrepareAsync(flow, command, cancellationToken, dryRun: true);
        var requests = await flow.PlanAsync(prepared, Preparation(command, dryRun: true), cancellationToken);
        var input = _serializer.Reveal(JsonSerializer.SerializeToNode(prepared, flow.InputType, _serializer.Options), toOwner: false);
        return new DryRunDocument(flow.Info.Name, flow.Info.Charged, flow.Info.CostNotice, input, [.. requests.Select(Redacted)]);
    }

    private async Task<string> CarryOutAsync(IFlow flow, StartCommand command, object input, string? id, CancellationToken cancellationToken)
    {
        var start = Start(flow, command, input, id);
        if (command.Notify is { } notify) start = await _companions.StartAsync(start, notify, cancellationToken);
        return await _client.StartAsync(start, cancellationToken);
    }

    private static FlowStart Start(IFlow flow, StartCommand command, object input, string? id) => new()
    {
        Flow = flow.Info.Name,
        Version = flow.Info.Version,
        InstanceId = id,
        Input = input,
        Batch = command.Batch,
        Tags = command.Tags,
        TraceParent = TraceCarrier.Parent(command.TraceParent),
        TraceState = TraceCarrier.State(command.TraceParent, command.TraceState),
        StartAt = command.StartAt,
    };

    private async Task<object> PrepareAsync(IFlow flow, StartCommand command, CancellationToken cancellationToken, bool dryRun = false)
    {
        if (command.Notify is { } notify) await _companions.CheckAsync(notify, cancellationToken);
        return await flow.PrepareAsync(_serializer.ReadInput(command.Input, flow.InputType), Preparation(command, dryRun), cancellationToken);
    }

    private FlowPreparation Preparation(StartCommand command, bool dryRun) => new(_settings, _media, command.UseDefaults, _services) { DryRun = dryRun };

    private PlannedRequest Redacted(PlannedRequest request) => request with
    {
        Url = SignedUrls.Redact(request.Url),
        Headers = request.Headers.ToDictionary(h => h.Key, h => SignedUrls.RedactAll(h.Value), StringComparer.OrdinalIgnoreCase),
        Body = _serializer.Reveal(request.Body?.DeepClone() as JsonNode, toOwner: false),
    };
}
