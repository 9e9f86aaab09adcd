namespace MediaFlows.Core.Limits.Calls;

/// <summary>
/// A token bucket that holds one second's worth of calls (at least one call). After a refusal by the service it rests, and for longer each time until a
/// call gets through a full pause later.
/// </summary>
public sealed class PaceBucket(TimeProvider time)
{
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private long _next = long.MinValue;
    private long _restUntil = long.MinValue;
    private TimeSpan _rest;

    /// <summary>Takes the next free slot and returns how long it is until then; null, and nothing is taken, when that is longer than <paramref name="patience"/>.</summary>
    /// <param name="perSecond">Calls per second; null for no limit but that of a rest.</param>
    /// <param name="patience">Longest wait; null for any.</param>
    /// <param name="wait">How long it is until the slot, taken or not.</param>
    public bool TryReserve(double? perSecond, TimeSpan? patience, out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var step = perSecond is { } rate ? (long)(time.TimestampFrequency / rate) : 0;
            // The bucket is full when its next slot lies a whole second back (or one call, for slower rates).
            var full = now - Math.Max(0, time.TimestampFrequency - step);
            var slot = Math.Max(Math.Max(_next, full), _restUntil);
            wait = slot > now ? time.GetElapsedTime(now, slot) : TimeSpan.Zero;
            if (wait > patience) return false;
            if (perSecond is not null) _next = slot + step;
            return true;
        }
    }

    /// <summary>The service refused a call for its rate: nothing is called for a while, at least for <paramref name="atLeast"/>, and the bucket is empty after that.</summary>
    public void Rest(TimeSpan? atLeast = null)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var recent = _restUntil != long.MinValue && time.GetElapsedTime(_restUntil, now) < LongestRest;
            _rest = recent ? TimeSpan.FromTicks(Math.Min(_rest.Ticks * 2, LongestRest.Ticks)) : FirstRest;
            var rest = atLeast > _rest ? atLeast.Value : _rest;
            _restUntil = Math.Max(_restUntil, now + (long)(rest.TotalSeconds * time.TimestampFrequency));
        }
    }
}
