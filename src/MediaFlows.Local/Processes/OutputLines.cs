namespace MediaFlows.Local.Processes;

/// <summary>The last lines a process wrote, and those who wait for one.</summary>
internal sealed class OutputLines(Action<string>? onLine)
{
    private const int Kept = 2000;
    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = new();
    private readonly List<Waiter> _waiters = [];
    private bool _closed;
    private int _ended;

    public void Add(string? line)
    {
        if (line is null)
        {
            // One end of stream from each of the two streams; the process's exit may be seen before its last lines.
            if (Interlocked.Increment(ref _ended) == 2) Close();
            return;
        }

        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept) _lines.Dequeue();
            _waiters.RemoveAll(w => w.Fits(line) && w.Found.TrySetResult(line));
        }

        onLine?.Invoke(line);
    }

    private void Close()
    {
        lock (_lock)
        {
            _closed = true;
            foreach (var waiter in _waiters) waiter.Found.TrySetResult(null);
            _waiters.Clear();
        }
    }

    public List<string> Snapshot()
    {
        lock (_lock) return [.. _lines];
    }

    /// <summary>The first line that fits, or null when the process ended without one.</summary>
    public Task<string?> FindAsync(Func<string, bool> fits, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(fits);
        lock (_lock)
        {
            if (_lines.FirstOrDefault(fits) is { } line) return Task.FromResult<string?>(line);
            if (_closed) return Task.FromResult<string?>(null);
            _waiters.Add(waiter);
        }

        return waiter.Found.Task.WaitAsync(cancellationToken);
    }

    private sealed record Waiter(Func<string, bool> Fits)
    {
        public TaskCompletionSource<string?> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
