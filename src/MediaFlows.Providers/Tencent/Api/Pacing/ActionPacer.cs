using System.Collections.Concurrent;

namespace MediaFlows.Providers.Tencent.Api.Pacing;

/// <summary>
/// A token bucket per action that holds one second's worth of calls, so that a busy host stays within the account's rate instead of being refused.
/// After a refusal the action rests, and for longer each time until a call gets through a full pause later.
/// </summary>
public sealed class ActionPacer(ActionLimits limits, TimeProvider time)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Completes when the action may be called.</summary>
    public async ValueTask WaitAsync(string action, CancellationToken cancellationToken)
    {
        var wait = Reserve(action);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Takes the next free slot of an action and returns how long it is until then.</summary>
    public TimeSpan Reserve(string action)
    {
        var perSecond = limits.PerSecond(action);
        var bucket = _buckets.GetOrAdd(action, _ => new Bucket());
        lock (bucket)
        {
            var now = time.GetTimestamp();
            var step = (long)(time.TimestampFrequency / perSecond);
            // The bucket is full when its next slot lies a whole second back (or one call, for slower actions).
            var full = now - Math.Max(0, time.TimestampFrequency - step);
            var slot = Math.Max(Math.Max(bucket.Next, full), bucket.RestUntil);
            bucket.Next = slot + step;
            return slot > now ? time.GetElapsedTime(now, slot) : TimeSpan.Zero;
        }
    }

    /// <summary>Says that the service refused the action for its rate: nothing is called for a while, and the bucket is empty after that.</summary>
    public void Throttled(string action)
    {
        var bucket = _buckets.GetOrAdd(action, _ => new Bucket());
        lock (bucket)
        {
            var now = time.GetTimestamp();
            var recent = bucket.RestUntil != long.MinValue && time.GetElapsedTime(bucket.RestUntil, now) < LongestRest;
            bucket.Rest = recent ? TimeSpan.FromTicks(Math.Min(bucket.Rest.Ticks * 2, LongestRest.Ticks)) : FirstRest;
            bucket.RestUntil = now + (long)(bucket.Rest.TotalSeconds * time.TimestampFrequency);
        }
    }

    private sealed class Bucket
    {
        public long Next { get; set; } = long.MinValue;

        public long RestUntil { get; set; } = long.MinValue;

        public TimeSpan Rest { get; set; }
    }
}
