using MediaFlows.Core.Activities;

namespace MediaFlows.Testing.Flows;

/// <summary>Where a process dies: right before a piece of work is done, or right after it, before anybody learns of it.</summary>
/// <param name="Number">1-based number of the place at which it dies: activity calls and ledger writes, counted together.</param>
/// <param name="After">True when the work is done first.</param>
public sealed record CrashPlan(int Number, bool After)
{
    private readonly TaskCompletionSource<string> _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _places;

    /// <summary>Completes with the place's name when the process is to die.</summary>
    public Task<string> Crashed => _crashed.Task;

    /// <summary>The activity with the crash built in.</summary>
    public IActivity Apply(IActivity activity) => new Mortal(activity, this);

    /// <summary>Does <paramref name="work"/>, or dies at it.</summary>
    public async Task<T> PassAsync<T>(string place, Func<Task<T>> work)
    {
        if (Interlocked.Increment(ref _places) != Number) return await work();
        if (After) await work();
        _crashed.TrySetResult(place);
        return await new TaskCompletionSource<T>().Task; // A dead process does not go on.
    }

    private sealed class Mortal(IActivity inner, CrashPlan plan) : IActivity
    {
        public string Name => inner.Name;

        public Type InputType => inner.InputType;

        public Type OutputType => inner.OutputType;

        public Task<object?> RunAsync(ActivityContext context, object? input, CancellationToken cancellationToken) =>
            plan.PassAsync(Name, () => inner.RunAsync(context, input, cancellationToken));
    }
}
