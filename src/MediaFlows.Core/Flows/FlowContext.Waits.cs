namespace MediaFlows.Core.Flows;

public abstract partial class FlowContext
{
    private Task<CancelRequest>? _cancelSignal;

    /// <summary>True once cancellation was asked for.</summary>
    public bool IsCancellationRequested => CancelSignal.IsCompletedSuccessfully;

    private Task<CancelRequest> CancelSignal =>
        _cancelSignal ??= WaitForExternalEventCore<CancelRequest>(FlowEvents.Cancel, CancellationToken.None);

    /// <summary>Throws <see cref="FlowCancelledException"/> once cancellation was asked for.</summary>
    public void ThrowIfCancellationRequested()
    {
        if (CancelSignal.IsCompletedSuccessfully) throw new FlowCancelledException(CancelSignal.Result.Reason);
    }

    /// <summary>Waits <paramref name="delay"/> on a durable timer; ends at once with <see cref="FlowCancelledException"/> when cancelled.</summary>
    public Task CreateTimer(TimeSpan delay, CancellationToken cancellationToken = default) => CreateTimer(CurrentUtcDateTime + delay, cancellationToken);

    /// <summary>Waits until <paramref name="fireAtUtc"/> on a durable timer; ends at once with <see cref="FlowCancelledException"/> when cancelled.</summary>
    public async Task CreateTimer(DateTime fireAtUtc, CancellationToken cancellationToken = default)
    {
        ThrowIfCancellationRequested();
        using var withdraw = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var timer = CreateTimerCore(fireAtUtc, withdraw.Token);
        await UnlessCancelled(timer, withdraw);
    }

    /// <summary>The next external event named <paramref name="name"/>; one that came before this call is kept and returned at once.</summary>
    public async Task<T> WaitForExternalEvent<T>(string name, CancellationToken cancellationToken = default)
    {
        ThrowIfCancellationRequested();
        using var withdraw = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var wait = WaitForExternalEventCore<T>(name, withdraw.Token);
        await UnlessCancelled(wait, withdraw);
        return await wait;
    }

    /// <summary>As <see cref="WaitForExternalEvent{T}(string, CancellationToken)"/>, but null once <paramref name="timeout"/> has passed.</summary>
    public async Task<T?> WaitForExternalEvent<T>(string name, TimeSpan timeout)
        where T : class
    {
        ThrowIfCancellationRequested();
        using var stopTimer = new CancellationTokenSource();
        using var stopWait = new CancellationTokenSource();
        var wait = WaitForExternalEventCore<T>(name, stopWait.Token);
        var timer = CreateTimerCore(CurrentUtcDateTime + timeout, stopTimer.Token);
        await Task.WhenAny(wait, timer, CancelSignal);
        if (!timer.IsCompleted) stopTimer.Cancel();
        if (wait.IsCompletedSuccessfully) return await wait;
        stopWait.Cancel();
        ThrowIfCancellationRequested();
        return null;
    }

    private async Task UnlessCancelled(Task task, CancellationTokenSource withdraw)
    {
        await Task.WhenAny(task, CancelSignal);
        if (!task.IsCompleted)
        {
            withdraw.Cancel();
            ThrowIfCancellationRequested();
        }

        await task;
    }
}
