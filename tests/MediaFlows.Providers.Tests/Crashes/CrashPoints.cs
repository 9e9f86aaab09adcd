using MediaFlows.Core.Activities;

namespace MediaFlows.Providers.Tests.Crashes;

/// <summary>Counts the boundaries of activities (before each, after each) and kills the process at one of them.</summary>
internal sealed class CrashPoints(int killAt)
{
    private readonly Lock _lock = new();
    private int _running;

    /// <summary>Boundaries passed so far.</summary>
    public int Passed { get; private set; }

    /// <summary>Completes when the process is to be killed.</summary>
    public TaskCompletionSource<string> Killed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True while an activity is at work.</summary>
    public bool IsBusy
    {
        get
        {
            lock (_lock) return _running > 0;
        }
    }

    /// <summary>The activity with a boundary before and after it. A killed process never gets beyond its boundary.</summary>
    public IActivity Around(IActivity inner) => new Bounded(this, inner);

    private async Task PassAsync(string name)
    {
        bool here;
        lock (_lock) here = ++Passed == killAt;
        if (!here) return;
        lock (_lock) _running = 0;
        Killed.SetResult(name);
        await new TaskCompletionSource().Task;
    }

    private sealed class Bounded(CrashPoints points, IActivity inner) : IActivity
    {
        public string Name => inner.Name;

        public Type InputType => inner.InputType;

        public Type OutputType => inner.OutputType;

        public async Task<object?> RunAsync(ActivityContext context, object? input, CancellationToken cancellationToken)
        {
            lock (points._lock) points._running++;
            try
            {
                await points.PassAsync("before " + Name);
                var output = await inner.RunAsync(context, input, cancellationToken);
                await points.PassAsync("after " + Name);
                return output;
            }
            finally
            {
                lock (points._lock) points._running = Math.Max(0, points._running - 1);
            }
        }
    }
}
