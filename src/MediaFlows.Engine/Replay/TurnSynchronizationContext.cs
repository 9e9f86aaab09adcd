namespace MediaFlows.Engine.Replay;

/// <summary>
/// Keeps the continuations of flow code on the hub's loop, inside the turn. A continuation that comes from a foreign thread
/// (a flow awaited something that is not from its context) is dropped: running it would make the turn depend on real time.
/// </summary>
internal sealed class TurnSynchronizationContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private int _thread = -1;

    /// <summary>Runs <paramref name="work"/> and then everything that it posted.</summary>
    public void Run<T>(T state, Action<T> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            work(state);
            Drain();
        }
        finally
        {
            _queue.Clear();
            _thread = -1;
            SetSynchronizationContext(before);
        }
    }

    /// <summary>Runs what was posted so far and what that posts.</summary>
    public void Drain()
    {
        while (_queue.TryDequeue(out var next)) next.Callback(next.State);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_thread == Environment.CurrentManagedThreadId) _queue.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    public override SynchronizationContext CreateCopy() => this;
}
