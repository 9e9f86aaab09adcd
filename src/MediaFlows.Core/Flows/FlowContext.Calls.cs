using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Flows;

public abstract partial class FlowContext
{
    private int _children;

    /// <summary>
    /// Runs an activity and completes with its output. Retryable failures are tried again by <see cref="ActivityOptions.Retry"/> on durable timers.
    /// </summary>
    /// <exception cref="FlowTaskFailedException">It failed for good.</exception>
    /// <exception cref="FlowCancelledException">Cancellation was asked for before it could be scheduled.</exception>
    public async Task<TOutput> CallActivityAsync<TInput, TOutput>(
        ActivityRef<TInput, TOutput> activity, TInput input, ActivityOptions? options = null)
    {
        options ??= ActivityOptions.Default;
        for (var attempt = 1; ; attempt++)
        {
            if (!options.RunWhenCancelled) ThrowIfCancellationRequested();
            TimeSpan delay;
            try
            {
                return await CallActivityCore<TOutput>(activity.Name, input, attempt);
            }
            catch (FlowTaskFailedException e) when (e.Error.Retryable && attempt < options.Retry.MaxAttempts)
            {
                delay = options.Retry.DelayAfter(attempt, e.Error.RetryAfter);
            }

            if (options.RunWhenCancelled) await CreateTimerCore(CurrentUtcDateTime + delay, CancellationToken.None);
            else await CreateTimer(delay);
        }
    }

    /// <summary>
    /// Runs another flow as a sub-orchestration and completes with its output. A cancellation of this instance is passed on to the child, and awaited.
    /// </summary>
    /// <exception cref="FlowTaskFailedException">The child ended in any way but <see cref="FlowOutcome.Completed"/>.</exception>
    public async Task<TOutput> CallSubFlowAsync<TInput, TOutput>(FlowRef<TInput, TOutput> flow, TInput input, SubFlowOptions? options = null)
    {
        var childId = options?.InstanceId ?? $"{InstanceId}:{++_children}";
        if (options?.RunWhenCancelled != true) ThrowIfCancellationRequested();
        var child = options?.Resume is { } decision
            ? ResumeSubFlowCore<TOutput>(flow.Name, childId, decision)
            : CallSubFlowCore<TOutput>(flow.Name, input, childId, options?.Version, options?.NotifyInstanceId);
        if (options?.RunWhenCancelled == true) return await child;

        var cancel = CancelSignal;
        if (await Task.WhenAny(child, cancel) == child || child.IsCompleted) return await child;

        var reason = (await cancel).Reason;
        SendEvent(childId, FlowEvents.Cancel, new CancelRequest(reason));
        try
        {
            return await child;
        }
        catch (FlowTaskFailedException)
        {
            throw new FlowCancelledException(reason);
        }
    }

    /// <summary>
    /// Awaits all <paramref name="tasks"/>, whatever happens to each, and then returns every result or throws once:
    /// a cancellation first, else one <see cref="FlowTaskFailedException"/> that names every failed task, so that a retry runs them all again.
    /// </summary>
    public async Task<TOutput[]> WhenAllAsync<TOutput>(IReadOnlyCollection<Task<TOutput>> tasks)
    {
        try
        {
            return await Task.WhenAll(tasks);
        }
        catch (Exception)
        {
            ThrowAll(tasks);
            throw;
        }
    }

    /// <summary>
    /// Runs <paramref name="body"/> for every item with at most <paramref name="maxParallel"/> at a time and returns the results in the items' order.
    /// After a failure nothing more is started, what runs is awaited, and the failure is thrown as by <see cref="WhenAllAsync{T}"/>.
    /// </summary>
    public async Task<TOutput[]> ForEachAsync<TItem, TOutput>(IReadOnlyList<TItem> items, int maxParallel, Func<TItem, Task<TOutput>> body)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxParallel, 1);
        var all = new List<Task<TOutput>>(items.Count);
        var running = new List<Task<TOutput>>(maxParallel);
        foreach (var item in items)
        {
            if (running.Count == maxParallel)
            {
                await Task.WhenAny(running);
                running.RemoveAll(t => t.IsCompleted);
            }

            if (all.Exists(t => t.IsFaulted || t.IsCanceled)) break;
            var task = body(item);
            all.Add(task);
            running.Add(task);
        }

        return await WhenAllAsync(all);
    }

    private static void ThrowAll<TOutput>(IReadOnlyCollection<Task<TOutput>> tasks)
    {
        var errors = tasks.Where(t => t.IsFaulted).SelectMany(t => t.Exception!.Flatten().InnerExceptions).ToList();
        if (errors.OfType<FlowCancelledException>().FirstOrDefault() is { } cancelled) throw cancelled;
        if (errors.Find(e => e is not FlowTaskFailedException) is not null) return;
        var failed = errors.OfType<FlowTaskFailedException>().ToList();
        if (failed.Count > 1)
            throw new FlowTaskFailedException(failed[0].TaskName, [.. failed.SelectMany(f => f.TaskIds).Distinct()], failed[0].Error);
    }
}
