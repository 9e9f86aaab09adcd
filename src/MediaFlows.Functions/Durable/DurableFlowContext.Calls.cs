using System.Text.Json;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Functions.Naming;
using MediaFlows.Functions.Resuming;
using Microsoft.DurableTask;

namespace MediaFlows.Functions.Durable;

public sealed partial class DurableFlowContext
{
    /// <inheritdoc/>
    public override async Task<ResumeDecision> EndAsync(FlowEnd end)
    {
        if (end.Outcome == FlowOutcome.Completed) throw new ArgumentException("An instance completes by returning its output.", nameof(end));
        var call = NewCall(RecordedCallKind.End, end.Outcome.ToString(), $"{end.Step}/{end.ProviderJobId}");
        _ends[call] = end;
        return Read<ResumeDecision>(await Place(call));
    }

    /// <inheritdoc/>
    protected override async Task<TOutput> CallActivityCore<TOutput>(string name, object? input, int attempt)
    {
        var request = ToElement(input);
        var call = NewCall(RecordedCallKind.Activity, name, $"{KeyOf(input)}#{attempt}", () => _inner.CallActivityAsync<JsonElement>(
            FunctionNames.Activity(name),
            Serializer.ToElement(new ActivityCall(InstanceId, attempt, request, _envelope.TraceParent, _envelope.TraceState))));
        return Read<TOutput>(await Place(call));
    }

    /// <inheritdoc/>
    protected override async Task<TOutput> CallSubFlowCore<TOutput>(string name, object? input, string instanceId, string? version, string? notifyInstanceId)
    {
        var envelope = Child(name, input, version) with { NotifyInstanceId = notifyInstanceId };
        // A child that the ended run had started goes on from its own record, if it left one.
        var call = NewCall(RecordedCallKind.SubFlow, name, $"{KeyOf(input)}#{instanceId}", () => StartChild(
            instanceId, envelope with { Resume = _goingLive is { } decision ? new ResumePoint(instanceId, Run: null, decision) : null }));
        return Read<TOutput>(await Place(call));
    }

    /// <inheritdoc/>
    protected override async Task<TOutput> ResumeSubFlowCore<TOutput>(string name, string instanceId, ResumeDecision decision)
    {
        var envelope = Child(name, input: null, version: null) with { Resume = new ResumePoint(instanceId, Run: null, decision) { Required = true } };
        var call = NewCall(RecordedCallKind.SubFlow, name, $"{KeyOf(decision)}#{instanceId}", () => StartChild(instanceId, envelope));
        return Read<TOutput>(await Place(call));
    }

    private FlowEnvelope Child(string name, object? input, string? version) => new()
    {
        MediaFlows = FlowEnvelope.CurrentFormat,
        Flow = name,
        Version = version ?? _catalog.FindFlow(name)?.Info.Version ?? "",
        Input = ToElement(input),
        CreatedAt = new DateTimeOffset(DateTime.SpecifyKind(CurrentUtcDateTime, DateTimeKind.Utc)),
        ParentId = InstanceId,
        Batch = _envelope.Batch,
        TraceParent = _envelope.TraceParent,
        TraceState = _envelope.TraceState,
    };

    private Task<JsonElement> StartChild(string instanceId, FlowEnvelope envelope) => _inner.CallSubOrchestratorAsync<JsonElement>(
        FunctionNames.Flow(envelope.Flow), Serializer.ToElement(envelope), new TaskOptions().WithInstanceId(instanceId));

    /// <inheritdoc/>
    protected override async Task CreateTimerCore(DateTime fireAtUtc, CancellationToken cancellationToken)
    {
        var call = new OpenCall(_calls.NextPosition(), RecordedCallKind.Timer, "", fireAtUtc.ToString("O"))
        {
            Due = fireAtUtc,
            Start = async () =>
            {
                await _inner.CreateTimer(fireAtUtc, cancellationToken);
                // The Azure Storage provider cuts waits down to whole seconds, so its timers come up to one second early. Not with us.
                if (_inner.CurrentUtcDateTime < fireAtUtc) await _inner.CreateTimer(fireAtUtc.AddSeconds(1), cancellationToken);
                return default;
            },
        };
        using var withdrawal = cancellationToken.Register(() => _calls.Withdraw(call, cancellationToken));
        await Place(call);
    }

    private OpenCall NewCall(RecordedCallKind kind, string name, string key, Func<Task<JsonElement>>? start = null) =>
        new(_calls.NextPosition(), kind, name, key) { Start = start };

    private Task<JsonElement> Place(OpenCall call)
    {
        _calls.Add(call);
        if (!_playing) StartLive(call);
        Publish();
        return call.Answer;
    }

    private void StartLive(OpenCall call)
    {
        if (call.Kind == RecordedCallKind.Event) Listen(call);
        else if (call.Start is not null) _ = AnswerAsync(call);
    }

    private async Task AnswerAsync(OpenCall call)
    {
        try
        {
            var result = await call.Start!();
            _calls.Complete(call, result, _inner.CurrentUtcDateTime);
        }
        catch (TaskFailedException e)
        {
            var ended = FailureText.Read(e.FailureDetails.ErrorMessage);
            _calls.Fail(call, ended.Error, call.Kind == RecordedCallKind.SubFlow ? ended.Outcome : null, _inner.CurrentUtcDateTime);
        }
        catch (OperationCanceledException)
        {
            // A withdrawn timer: the flow was told when it withdrew.
        }
        catch (Exception e)
        {
            _calls.Fail(call, UnexpectedFailure.Describe(e), outcome: null, _inner.CurrentUtcDateTime);
        }

        Publish();
        CheckQuiet();
    }

    // Serialized without encryption, since that gives other bytes every time.
    private string KeyOf(object? input) => DerivedIds.Key(JsonSerializer.SerializeToUtf8Bytes(input, input?.GetType() ?? typeof(object), Serializer.Plain));
}
