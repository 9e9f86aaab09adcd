using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Functions.Resuming;

namespace MediaFlows.Functions.Durable;

public sealed partial class DurableFlowContext
{
    private readonly Dictionary<OpenCall, FlowEnd> _ends = [];
    private ResumeDecision? _goingLive;

    /// <summary>The end that the flow has reached, once nothing is under way any more; null while it runs.</summary>
    public FlowEnd? End => _calls.End is { } call ? _ends[call] : null;

    /// <summary>True once the flow has returned its output.</summary>
    public bool Returned { get; private set; }

    /// <summary>
    /// Runs <paramref name="flow"/>: plays <paramref name="record"/> if there is one, goes on live, and completes when the flow has returned or failed,
    /// or has reached a resumable end. In both latter cases what is under way is awaited first, so that no finished work is missing in the record.
    /// </summary>
    public async Task<object?> RunAsync(IFlow flow, object input, EndedRun? record, ResumeDecision? decision)
    {
        _playing = record is not null;
        if (record is not null) StartedAt = _playedTime = record.StartedAt;
        var run = flow.RunAsync(this, input);
        if (record is not null)
        {
            Play(run, record);
            GoLive(decision ?? new ResumeDecision());
        }

        _stopping = run.IsCompleted;
        CheckQuiet();
        if (await Task.WhenAny(run, _quiet.Task) == run && run.IsFaulted)
        {
            _stopping = true;
            CheckQuiet();
            await _quiet.Task;
        }

        if (!run.IsCompleted) return null;
        var output = await run;
        Returned = true;
        return output;
    }

    /// <summary>The record of this run for a later one, without the calls whose failure ended it.</summary>
    public EndedRun Keep(int number, IReadOnlyCollection<int> failed) => new(
        number, _envelope with { Resume = null }, StartedAt, [.. _calls.Answered.Where(c => !failed.Contains(c.Position))], failed.Count > 0);

    private void Play(Task run, EndedRun record)
    {
        foreach (var answer in record.Calls)
        {
            if (run.IsCompleted) return;
            if (_calls.Find(answer.Kind, answer.Name, answer.Key) is not { } call)
            {
                // The code did this because of the failure that is left out now, so it has not asked for it (yet).
                if (record.Failed) continue;
                throw new FlowException(
                    ErrorCodes.NonDeterminism,
                    $"The code of {FlowName} no longer matches the record of {InstanceId}: it does not call {answer.Kind} '{answer.Name}' where the recorded run did. Nothing was called.",
                    "Deploy the version that the instance was started with, then retry.");
            }

            _playedTime = answer.At;
            if (answer.Error is not null) _calls.Fail(call, answer.Error, answer.Outcome, answer.At);
            else _calls.Complete(call, answer.Result ?? default, answer.At);
        }
    }

    private void GoLive(ResumeDecision decision)
    {
        _playing = false;
        var open = _calls.All.ToList();
        _goingLive = decision;
        foreach (var call in open.Where(c => c.Kind != RecordedCallKind.End)) StartLive(call);
        _goingLive = null;
        foreach (var end in open.Where(c => c.Kind == RecordedCallKind.End)) _calls.Complete(end, ToElement(decision), _inner.CurrentUtcDateTime);
        Publish();
    }

    // Called after every answer, when the flow's code behind it has run as far as it can.
    private void CheckQuiet()
    {
        if ((_stopping || _calls.End is not null) && !_calls.HasWork) _quiet.TrySetResult();
    }
}
