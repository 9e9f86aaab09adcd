using MediaFlows.Core.Errors;
using MediaFlows.Core.Progress;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Activities;

/// <summary>One try of an activity in this process: waits for its record, runs, and brings its result to the loop.</summary>
internal sealed class ActivityRun(Hub hub, Instance instance, PendingTask task, string name, int attempt, Payload input) : IHubMessage, IDurableEffect
{
    private CancellationTokenSource? _cancel;

    public Instance Instance => instance;

    public PendingTask Task => task;

    public string Name => name;

    public int Attempt => attempt;

    public Payload Input => input;

    /// <summary>The last progress that the activity reported.</summary>
    public FlowProgress? Progress { get; private set; }

    /// <summary>Result as JSON; null when it failed or was given up.</summary>
    public byte[]? Result { get; private set; }

    public FlowError? Error { get; private set; }

    /// <summary>True when the host stopped it: it runs again after the next start.</summary>
    public bool GivenUp { get; private set; }

    public CancellationToken Token => (_cancel ??= new CancellationTokenSource()).Token;

    public void Cancel() => (_cancel ??= new CancellationTokenSource()).Cancel();

    public void OnDurable() => hub.Activities.Enqueue(this);

    public void OnLost(Exception error)
    {
    }

    public void Report(FlowProgress progress)
    {
        Progress = progress;
        hub.NoteProgress(instance);
    }

    public void Complete(byte[] result) => Result = result;

    public void Fail(FlowError error) => Error = error;

    public void GiveUp() => GivenUp = true;

    public void Handle(Hub loop) => loop.ActivityEnded(this);

    public void Refuse(Exception error)
    {
    }
}
