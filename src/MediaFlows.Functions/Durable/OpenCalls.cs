using System.Text.Json;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Functions.Resuming;

namespace MediaFlows.Functions.Durable;

/// <summary>The open calls of a run and the record of the answered ones. Every answer passes through here, recorded or live.</summary>
internal sealed class OpenCalls
{
    private readonly List<OpenCall> _open = [];
    private readonly List<RecordedCall> _answered = [];
    private int _positions;

    /// <summary>Answered calls in the order of the answers.</summary>
    public IReadOnlyList<RecordedCall> Answered => _answered;

    /// <summary>Open calls in code order.</summary>
    public IReadOnlyList<OpenCall> All => _open;

    /// <summary>True while an activity or a sub-orchestration is under way.</summary>
    public bool HasWork => _open.Exists(c => c.IsWork);

    /// <summary>The first resumable end that the flow has reached and nobody decided.</summary>
    public OpenCall? End => _open.Find(c => c.Kind == RecordedCallKind.End);

    public int NextPosition() => _positions++;

    public void Add(OpenCall call) => _open.Add(call);

    public OpenCall? Find(RecordedCallKind kind, string name, string key) =>
        _open.Find(c => c.Kind == kind && c.Key == key && string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Answers a call with a result; the flow's code behind it runs before this returns.</summary>
    public void Complete(OpenCall call, JsonElement result, DateTime at)
    {
        if (!_open.Remove(call)) return;
        _answered.Add(Record(call, at) with { Result = result.ValueKind == JsonValueKind.Undefined ? null : result });
        call.Complete(result);
    }

    /// <summary>Answers a call with a failure.</summary>
    public void Fail(OpenCall call, FlowError error, FlowOutcome? outcome, DateTime at)
    {
        if (!_open.Remove(call)) return;
        _answered.Add(Record(call, at) with { Error = error, Outcome = outcome });
        call.Fail(new FlowTaskFailedException(call.Name, call.Position, error) { Outcome = outcome });
    }

    /// <summary>The flow no longer waits for a call.</summary>
    public void Withdraw(OpenCall call, CancellationToken cancellationToken)
    {
        if (_open.Remove(call)) call.Withdraw(cancellationToken);
    }

    private static RecordedCall Record(OpenCall call, DateTime at) => new(call.Kind, call.Name, call.Key, at) { Position = call.Position };
}
