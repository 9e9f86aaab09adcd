using MediaFlows.Core.Activities;

namespace MediaFlows.Testing.Flows;

/// <summary>Where a process dies: right before an activity does its work, or right after it, before anybody learns of it.</summary>
/// <param name="Number">1-based number of the activity call at which it dies; 0 never.</param>
/// <param name="After">True when the work is done first.</param>
public sealed record CrashPlan(int Number, bool After)
{
    private readonly TaskCompletionSource<string> _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _calls;

    /// <summary>Completes with the activity's name when the process is to die.</summary>
    public Task<string> Crashed => _crashed.Task;

    /// <summary>Activity calls so far, those after the crash included.</summary>
    public int Calls => _calls;

    /// <summary>The activity with the crash built in.</summary>
    public IActivity Apply(IActivity activity) => new Mortal(activity, this);

    private sealed class Mortal(IActivity inner, CrashPlan plan) : IActivity
    {
        public string Name => inner.Name;

        public Type InputType => inner.InputType;

        public Type OutputType => inner.OutputType;

        public async Task<object?> RunAsync(ActivityContext context, object? input, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref plan._calls) != plan.Number) return await inner.RunAsync(context, input, cancellationToken);
            if (plan.After) await inner.RunAsync(context, input, cancellationToken);
            plan._crashed.TrySetResult(Name);
            return await new TaskCompletionSource<object?>().Task; // A dead process does not go on.
        }
    }
}
