using System.Collections.Concurrent;

namespace MediaFlows.Core.Polling;

/// <summary>Remembers the last 15 durations per key in memory.</summary>
public sealed class JobDurations : IJobDurations
{
    private const int Window = 15;
    private readonly ConcurrentDictionary<string, Queue<TimeSpan>> _recent = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public TimeSpan? Typical(string key)
    {
        if (!_recent.TryGetValue(key, out var queue)) return null;
        lock (queue)
        {
            if (queue.Count < 3) return null;
            var sorted = queue.Order().ToArray();
            return sorted[sorted.Length / 2];
        }
    }

    /// <inheritdoc/>
    public void Record(string key, TimeSpan duration)
    {
        var queue = _recent.GetOrAdd(key, _ => new Queue<TimeSpan>());
        lock (queue)
        {
            queue.Enqueue(duration);
            if (queue.Count > Window) queue.Dequeue();
        }
    }
}
