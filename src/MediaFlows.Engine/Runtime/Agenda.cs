namespace MediaFlows.Engine.Runtime;

/// <summary>The hub's own chores and when they are due, on the monotonic clock: a jump of the wall clock moves none of them.</summary>
internal sealed class Agenda(TimeProvider time)
{
    private readonly Dictionary<Action, long> _due = [];

    /// <summary>Time until the next chore, or null.</summary>
    public TimeSpan? Next => _due.Count == 0 ? null : Left(_due.Values.Min());

    /// <summary>Plans <paramref name="chore"/>, unless it is planned already.</summary>
    public void Plan(Action chore, TimeSpan delay) => _due.TryAdd(chore, time.GetTimestamp() + (long)(delay.TotalSeconds * time.TimestampFrequency));

    public void Cancel(Action chore) => _due.Remove(chore);

    /// <summary>Does what is due.</summary>
    public void Run()
    {
        var now = time.GetTimestamp();
        foreach (var (chore, due) in _due.Where(d => d.Value <= now).ToList())
        {
            _due.Remove(chore);
            chore();
        }
    }

    private TimeSpan Left(long due)
    {
        var left = due - time.GetTimestamp();
        return left <= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds((double)left / time.TimestampFrequency);
    }
}
