using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Replay;

internal sealed partial class FlowExecution
{
    private FlowTask<ResumeDecision>? _end;
    private FlowEnd? _newEnd;
    private ContinueRequest? _continue;

    public override void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true) =>
        _continue = new ContinueRequest(Serializer.ToBytes(newInput, _flow.InputType), preserveUnprocessedEvents);

    public override Task<ResumeDecision> EndAsync(FlowEnd end)
    {
        if (end.Outcome == FlowOutcome.Completed) throw new ArgumentException("An instance completes by returning its output.", nameof(end));
        _end = new FlowTask<ResumeDecision>(0, "end", Serializer);
        _newEnd = end;
        return _end.Task;
    }

    private void Reopen(in HistoryEvent e)
    {
        var end = _end;
        _end = null;
        end?.Complete(e.Payload);
    }

    /// <summary>Looks at how the turn left the code: still waiting, returned, failed, ended until somebody decides, or continuing as new.</summary>
    private void Settle()
    {
        if (_run is { IsCompleted: true } run)
        {
            if (_continue is not null && run.IsCompletedSuccessfully) Continued = _continue;
            else _log.Record(EndOf(run));
        }
        else if (_newEnd is { } end)
        {
            _newEnd = null;
            _log.Record(new HistoryEvent(HistoryEventKind.Ended)
            {
                Id = 1,
                Count = (int)StatusOf(end.Outcome),
                Ticks = _ticks,
                Name = end.ProviderJobId,
                Text = end.Step,
                Detail = _parts.WriteError(end.Error),
            });
        }
    }

    private HistoryEvent EndOf(Task<object?> run)
    {
        var ended = new HistoryEvent(HistoryEventKind.Ended) { Ticks = _ticks };
        if (run.IsCompletedSuccessfully)
            return ended with { Count = (int)FlowStatus.Completed, Payload = Json(run.Result, _flow.OutputType) };
        var cause = run.Exception?.InnerException ?? new TaskCanceledException(run);
        var failed = FailedTasks.In(cause);
        return ended with
        {
            Count = (int)(cause is FlowCancelledException ? FlowStatus.Cancelled : FlowStatus.Failed),
            Detail = _parts.WriteError(EngineErrors.From(cause)),
            Payload = failed.Count == 0 ? default : Payload.Inline(JsonSerializer.SerializeToUtf8Bytes(failed)),
        };
    }

    private static FlowStatus StatusOf(FlowOutcome outcome) => outcome switch
    {
        FlowOutcome.TimedOut => FlowStatus.TimedOut,
        FlowOutcome.Cancelled => FlowStatus.Cancelled,
        FlowOutcome.NeedsAttention => FlowStatus.NeedsAttention,
        _ => FlowStatus.Failed,
    };
}
