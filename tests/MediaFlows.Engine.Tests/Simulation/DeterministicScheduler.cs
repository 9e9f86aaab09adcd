namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>Runs every task of a simulated world on one thread, in an order that only the seed decides.</summary>
internal sealed class DeterministicScheduler(Random random) : TaskScheduler
{
    private readonly List<Task> _queue = [];

    /// <summary>Tasks run so far.</summary>
    public long Steps { get; private set; }

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Starts asynchronous work in this world.</summary>
    public Task<T> Start<T>(Func<Task<T>> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Runs one task; false when there is none.</summary>
    public bool RunOne()
    {
        Task next;
        lock (_queue)
        {
            if (_queue.Count == 0) return false;
            // Mostly in order, as a thread pool does; now and then not.
            var at = _queue.Count > 1 && random.Next(8) == 0 ? random.Next(_queue.Count) : 0;
            next = _queue[at];
            _queue.RemoveAt(at);
        }

        Steps++;
        TryExecuteTask(next);
        return true;
    }

    public void RunAll()
    {
        while (RunOne())
        {
        }
    }

    protected override void QueueTask(Task task)
    {
        lock (_queue) _queue.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => _queue;
}
