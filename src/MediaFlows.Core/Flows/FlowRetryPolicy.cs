namespace MediaFlows.Core.Flows;

/// <summary>
/// When a failed activity is tried again. Only errors marked retryable are; the provider's <c>Retry-After</c> wins when it is longer.
/// The waits are durable timers, so they survive a crash.
/// </summary>
/// <param name="MaxAttempts">Tries in all, the first included.</param>
/// <param name="FirstInterval">Wait before the second try.</param>
/// <param name="Backoff">Factor from one wait to the next.</param>
/// <param name="MaxInterval">Longest wait.</param>
public sealed record FlowRetryPolicy(int MaxAttempts, TimeSpan FirstInterval, double Backoff = 2.0, TimeSpan? MaxInterval = null)
{
    /// <summary>Five tries over about half a minute: enough for a restarting gateway or a short throttle.</summary>
    public static FlowRetryPolicy Default { get; } = new(5, TimeSpan.FromSeconds(2), 2.0, TimeSpan.FromMinutes(1));

    /// <summary>One try.</summary>
    public static FlowRetryPolicy None { get; } = new(1, TimeSpan.Zero);

    /// <summary>The wait after failed try number <paramref name="attempt"/> (1-based), at least <paramref name="retryAfter"/>.</summary>
    public TimeSpan DelayAfter(int attempt, TimeSpan? retryAfter)
    {
        var seconds = FirstInterval.TotalSeconds * Math.Pow(Backoff, attempt - 1);
        var most = MaxInterval ?? TimeSpan.FromHours(1);
        var delay = seconds >= most.TotalSeconds ? most : TimeSpan.FromSeconds(seconds);
        return retryAfter > delay ? retryAfter.Value : delay;
    }
}
