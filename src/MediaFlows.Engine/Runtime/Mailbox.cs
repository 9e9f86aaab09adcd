namespace MediaFlows.Engine.Runtime;

/// <summary>
/// What is to be done on the hub's loop. Anybody posts; one pump at a time takes everything that has gathered, on <paramref name="scheduler"/>.
/// </summary>
internal sealed class Mailbox(TaskScheduler scheduler, Action<List<IHubMessage>> handle)
{
    private readonly Lock _lock = new();
    private List<IHubMessage> _incoming = [];
    private List<IHubMessage> _spare = [];
    private bool _pumping;
    private bool _closed;

    /// <summary>True when nothing is waiting and nothing is being handled.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock) return !_pumping;
        }
    }

    /// <summary>False once it is closed; the message is then not handled.</summary>
    public bool Post(IHubMessage message)
    {
        lock (_lock)
        {
            if (_closed) return false;
            _incoming.Add(message);
            if (_pumping) return true;
            _pumping = true;
        }

        StartPump();
        return true;
    }

    /// <summary>Takes nothing more and drops what waits.</summary>
    public IReadOnlyList<IHubMessage> Close()
    {
        lock (_lock)
        {
            _closed = true;
            var left = _incoming;
            _incoming = [];
            return left;
        }
    }

    // The loop works for everybody: it must not run, nor start activities, in the trace of the request that happened to wake it.
    private void StartPump()
    {
        var isSuppressed = ExecutionContext.IsFlowSuppressed();
        if (!isSuppressed) ExecutionContext.SuppressFlow();
        try
        {
            _ = Task.Factory.StartNew(static me => ((Mailbox)me!).Pump(), this, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler);
        }
        finally
        {
            if (!isSuppressed) ExecutionContext.RestoreFlow();
        }
    }

    private void Pump()
    {
        while (true)
        {
            List<IHubMessage> batch;
            lock (_lock)
            {
                if (_incoming.Count == 0)
                {
                    _pumping = false;
                    return;
                }

                (batch, _incoming) = (_incoming, _spare);
                _spare = batch;
            }

            handle(batch);
            batch.Clear();
        }
    }
}
