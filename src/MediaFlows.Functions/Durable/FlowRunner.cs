using System.Text.Json;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Webhooks;
using MediaFlows.Functions.Resuming;
using Microsoft.DurableTask;

namespace MediaFlows.Functions.Durable;

/// <summary>What every orchestrator function does: opens the envelope, runs the catalog's flow, ends the instance by its outcome.</summary>
public sealed class FlowRunner
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(null);

    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;

    /// <summary>Runs flows of <paramref name="catalog"/>.</summary>
    public FlowRunner(FlowCatalog catalog, FlowSerializer serializer)
    {
        _catalog = catalog;
        _serializer = serializer;
    }

    /// <summary>Runs the instance as far as it goes in this turn.</summary>
    /// <exception cref="FlowFailureException">It ended in any way but completed; the platform records it as failed.</exception>
    public async Task<JsonElement> RunAsync(TaskOrchestrationContext inner, string flowName)
    {
        var envelope = Open(inner, flowName);
        if (envelope.NotBefore is { } start && envelope.Generation == 0 && start.UtcDateTime > inner.CurrentUtcDateTime)
            await inner.CreateTimer(start.UtcDateTime, CancellationToken.None);

        var decision = envelope.Resume?.Decision;
        var record = await ReadRecordAsync(inner, envelope);
        if (record is not null) envelope = record.Envelope with { Resumes = Math.Max(envelope.Resumes, record.Envelope.Resumes + 1) };
        if (envelope is { Generation: 0, Resumes: 0 }) Notify(inner, envelope, NotifyEvents.Started);
        var flow = _catalog.FindFlow(flowName, envelope.Version) ?? throw Failure(
            ErrorCodes.VersionNotFound, $"No code for version {envelope.Version} of {flowName} is deployed.", "Deploy it, then retry.", record?.Run);
        var context = new DurableFlowContext(inner, envelope, _catalog, _serializer);
        IReadOnlyCollection<int> failed = [];
        FlowOutcomeDocument ended;
        try
        {
            var input = envelope.Input.Deserialize(flow.InputType, _serializer.Options)!;
            var output = await context.RunAsync(flow, input, record, decision);
            if (context.ContinuesAsNew) return Nothing;
            if (context.Returned)
            {
                var result = JsonSerializer.SerializeToElement(output, flow.OutputType, _serializer.Options);
                Notify(inner, envelope, "completed");
                inner.SetCustomStatus(CustomStatus.Ended(_serializer, context.Progress, FlowOutcome.Completed));
                return result;
            }

            var end = context.End!;
            ended = new FlowOutcomeDocument(end.Error) { Outcome = end.Outcome, ProviderJobId = end.ProviderJobId, Step = end.Step };
        }
        catch (FlowCancelledException e)
        {
            ended = new FlowOutcomeDocument(e.Error) { Outcome = FlowOutcome.Cancelled };
        }
        catch (FlowException e) when (e is not FlowTaskFailedException && e.Error.Code == ErrorCodes.NonDeterminism && record is not null)
        {
            // The record stays as it is: with the right code deployed it can be played.
            throw new FlowFailureException(new FlowOutcomeDocument(e.Error) { Run = record.Run }, e);
        }
        catch (Exception e)
        {
            failed = FailedCalls.In(e);
            ended = new FlowOutcomeDocument(UnexpectedFailure.Describe(e));
        }

        Notify(inner, envelope, JsonNamingPolicy.CamelCase.ConvertName(ended.Outcome.ToString()));
        inner.SetCustomStatus(CustomStatus.Ended(_serializer, context.Progress, ended.Outcome));
        if (ended.Outcome == FlowOutcome.Cancelled) throw new FlowFailureException(ended);
        var run = context.Keep(record is null ? 0 : record.Run + 1, failed);
        foreach (var part in RunParts.Cut(inner.InstanceId, run, _serializer)) await RunRecords.KeepAsync(inner, part, _serializer);
        throw new FlowFailureException(ended with { Run = run.Run });
    }

    private void Notify(TaskOrchestrationContext inner, FlowEnvelope envelope, string state)
    {
        if (envelope.NotifyInstanceId is not { } companion) return;
        inner.SendEvent(companion, FlowEvents.Notify, _serializer.ToElement(new NotifyEvent(state, inner.CurrentUtcDateTime, envelope.Resumes)));
    }

    private FlowEnvelope Open(TaskOrchestrationContext inner, string flowName)
    {
        var json = inner.GetInput<JsonElement>();
        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("mediaFlows", out var format) && format.TryGetInt32(out var number))
        {
            if (number <= FlowEnvelope.CurrentFormat) return _serializer.FromElement<FlowEnvelope>(json)!;
            throw Failure(ErrorCodes.JournalTooNew, "The instance was started by a newer version.", "Deploy that version, then retry.");
        }

        throw Failure(
            ErrorCodes.InvalidInput, "The orchestrator was started directly, so its input was not checked. Nothing was called.", $"Start it with POST /api/flows/{flowName}.");
    }

    private async Task<EndedRun?> ReadRecordAsync(TaskOrchestrationContext inner, FlowEnvelope envelope)
    {
        if (envelope.Resume is not { } resume || resume.InstanceId != inner.InstanceId) return null;
        var record = await RunRecords.ReadAsync(inner, resume, _serializer);
        if (record is null && resume.Required)
            throw Failure(ErrorCodes.InstanceNotFound, $"Nothing is kept of the child '{resume.InstanceId}', so it cannot go on.", "Start it anew.");
        return record;
    }

    private static FlowFailureException Failure(string code, string message, string hint, int? run = null) =>
        new(new FlowOutcomeDocument(new FlowError(code, message) { Hint = hint }) { Run = run });
}
