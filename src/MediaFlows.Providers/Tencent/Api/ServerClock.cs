namespace MediaFlows.Providers.Tencent.Api;

/// <summary>
/// The time to sign with. Signatures are refused when they are more than five minutes off; after such a refusal the server's own <c>Date</c> is
/// used, so that a machine with a wrong clock still works.
/// </summary>
public sealed class ServerClock(TimeProvider time)
{
    private long _offsetTicks;

    /// <summary>Now, in Unix seconds, as the server counts.</summary>
    public long UnixSeconds => (time.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks))).ToUnixTimeSeconds();

    /// <summary>Takes over the server's time; false when it agrees with ours within a minute, so that trying again is pointless.</summary>
    public bool Learn(DateTimeOffset? serverTime)
    {
        if (serverTime is not { } there) return false;
        var change = (there - time.GetUtcNow()).Ticks - Interlocked.Read(ref _offsetTicks);
        if (Math.Abs(change) < TimeSpan.TicksPerMinute) return false;
        Interlocked.Add(ref _offsetTicks, change);
        return true;
    }
}
