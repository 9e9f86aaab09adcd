using System.Text.Json;
using DurableTask.Core.Exceptions;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;
using MediaFlows.Core.Webhooks;
using MediaFlows.Functions.Durable;
using MediaFlows.Functions.Naming;
using MediaFlows.Functions.Resuming;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace MediaFlows.Functions.Client;

/// <summary>Starts, reads and steers instances on Durable Functions, with the meaning that <see cref="IFlowClient"/> gives each verb on every host.</summary>
public sealed partial class DurableFlowClient : IFlowClient
{
    private readonly IDurableClientSource _source;
    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;
    private readonly InstanceReader _reader;
    private readonly ISubmissionLedger _ledger;
    private readonly KeptRuns _runs;
    private readonly IInstanceHistory _history;
    private readonly TimeProvider _time;

    /// <summary>Puts the parts together.</summary>
    public DurableFlowClient(
        IDurableClientSource source,
        FlowCatalog catalog,
        FlowSerializer serializer,
        ISubmissionLedger ledger,
        KeptRuns runs,
        IInstanceHistory history,
        TimeProvider time)
    {
        _source = source;
        _catalog = catalog;
        _serializer = serializer;
        _reader = new InstanceReader(catalog, serializer);
        _ledger = ledger;
        _runs = runs;
        _history = history;
        _time = time;
    }

    private DurableTaskClient Client => _source.Current;

    /// <inheritdoc/>
    public async Task<string> StartAsync(FlowStart start, CancellationToken cancellationToken)
    {
        var flow = _catalog.FindFlow(start.Flow, start.Version) ?? throw new FlowException(
            ErrorCodes.UnknownPipeline, $"There is no flow named '{start.Flow}'{(start.Version is null ? "" : $" in version {start.Version}")}.");
        if (start.InstanceId is not null && await FindAsync(start.InstanceId, cancellationToken) is not null) throw Exists(start.InstanceId);
        var envelope = new FlowEnvelope
        {
            MediaFlows = FlowEnvelope.CurrentFormat,
            Flow = flow.Info.Name,
            Version = flow.Info.Version,
            Input = JsonSerializer.SerializeToElement(start.Input, flow.InputType, _serializer.Options),
            CreatedAt = _time.GetUtcNow(),
            NotBefore = start.StartAt,
            Batch = start.Batch,
            Tags = start.Tags,
            TraceParent = start.TraceParent,
            TraceState = start.TraceState,
            NotifyInstanceId = start.NotifyInstanceId,
        };
        return await ScheduleAsync(envelope, start.InstanceId, replace: false, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RaiseEventAsync(string id, string name, JsonElement payload, CancellationToken cancellationToken)
    {
        await RequireLiveAsync(id, "receives no more events", cancellationToken);
        await Client.RaiseEventAsync(id, name, payload, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task CancelAsync(string id, string? reason, CancellationToken cancellationToken)
    {
        await RequireLiveAsync(id, "cannot be cancelled", cancellationToken);
        await Client.RaiseEventAsync(id, FlowEvents.Cancel, _serializer.ToElement(new CancelRequest(reason)), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task TerminateAsync(string id, string? reason, CancellationToken cancellationToken)
    {
        var instance = await RequireLiveAsync(id, "cannot be terminated", cancellationToken);
        await Client.TerminateInstanceAsync(id, new TerminateInstanceOptions(reason, Recursive: true), cancellationToken);
        if (instance.NotifyInstanceId is not { } companion) return;
        // A terminated orchestration runs no more code, so it cannot tell its companion itself.
        var happened = new NotifyEvent("terminated", _time.GetUtcNow().UtcDateTime, instance.Resumes);
        await Client.RaiseEventAsync(companion, FlowEvents.Notify, _serializer.ToElement(happened), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SuspendAsync(string id, string? reason, CancellationToken cancellationToken)
    {
        await RequireLiveAsync(id, "cannot be suspended", cancellationToken);
        await Client.SuspendInstanceAsync(id, reason, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ResumeAsync(string id, ResumeDecision decision, CancellationToken cancellationToken)
    {
        var (metadata, instance) = await RequireAsync(id, cancellationToken);
        if (instance.Status == FlowStatus.Suspended) await Client.ResumeInstanceAsync(id, decision.Reason, cancellationToken);
        else if (instance.Status is FlowStatus.TimedOut or FlowStatus.NeedsAttention) await GoOnAsync(metadata, decision, cancellationToken);
        else throw Wrong(instance, "cannot be resumed");
    }

    /// <inheritdoc/>
    public async Task RetryAsync(string id, ResumeDecision decision, CancellationToken cancellationToken)
    {
        var (metadata, instance) = await RequireAsync(id, cancellationToken);
        if (instance.Status is not (FlowStatus.Failed or FlowStatus.TimedOut or FlowStatus.NeedsAttention)) throw Wrong(instance, "cannot be retried");
        await GoOnAsync(metadata, decision, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<string> RestartAsync(string id, bool sameId, CancellationToken cancellationToken)
    {
        var (metadata, instance) = await RequireAsync(id, cancellationToken);
        if (!instance.Status.IsEnded() && sameId) throw Wrong(instance, "cannot be replaced while it runs");
        var old = Envelope(metadata);
        var envelope = old with
        {
            Input = old.Origin ?? old.Input,
            Origin = null,
            CreatedAt = _time.GetUtcNow(),
            NotBefore = null,
            Generation = 0,
            Resumes = 0,
            Resume = null,
            ParentId = null,
            NotifyInstanceId = null,
        };
        if (sameId) await ForgetAsync(id, cancellationToken);
        return await ScheduleAsync(envelope, sameId ? id : null, replace: sameId, cancellationToken);
    }

    private async Task GoOnAsync(OrchestrationMetadata metadata, ResumeDecision decision, CancellationToken cancellationToken)
    {
        var envelope = Envelope(metadata);
        await ScheduleAsync(
            envelope with
            {
                Resumes = envelope.Resumes + 1,
                Resume = new ResumePoint(metadata.InstanceId, InstanceReader.Outcome(metadata).Run, decision),
            },
            metadata.InstanceId,
            replace: true,
            cancellationToken);
    }

    private async Task<string> ScheduleAsync(FlowEnvelope envelope, string? id, bool replace, CancellationToken cancellationToken)
    {
        // Where the platform honours it, an id stays taken after the end; elsewhere the look-up before the start has to do.
        var options = new StartOrchestrationOptions(id);
        if (!replace && id is not null) options = options.WithDedupeStatuses(Taken);
        try
        {
            return await Client.ScheduleNewOrchestrationInstanceAsync(
                FunctionNames.Flow(envelope.Flow), _serializer.ToElement(envelope), options, cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            throw replace ? new FlowException(ErrorCodes.InvalidState, $"The instance '{id}' is running again already.", "Look at its status.") : Exists(id!);
        }
    }

    private FlowEnvelope Envelope(OrchestrationMetadata metadata) => _reader.Envelope(metadata) ?? throw new FlowException(
        ErrorCodes.InvalidState, $"The instance '{metadata.InstanceId}' was started directly on the platform, so it cannot go on.", "Start the flow with POST /api/flows/{pipeline}.");

    private static FlowException Exists(string id) =>
        new(ErrorCodes.InstanceExists, $"An instance with the id '{id}' exists already.", "Use another id, or purge the ended instance first.");

    private static FlowException Wrong(FlowInstance instance, string what) =>
        new(ErrorCodes.InvalidState, $"The instance '{instance.Id}' is {JsonNamingPolicy.CamelCase.ConvertName(instance.Status.ToString())}, so it {what}.", "Look at its status.");

    private static readonly OrchestrationRuntimeStatus[] Taken =
    [
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Completed,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];
}
