using System.Collections.Concurrent;
using MediaFlows.Core.Limits.Calls;

namespace MediaFlows.Providers.Tencent.Api.Pacing;

/// <summary>A token bucket per action, so that a busy host stays within the account's rate instead of being refused, and rests after a refusal.</summary>
public sealed class ActionPacer(ActionLimits limits, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, PaceBucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Completes when the action may be called.</summary>
    public async ValueTask WaitAsync(string action, CancellationToken cancellationToken)
    {
        var wait = Reserve(action);
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Takes the next free slot of an action and returns how long it is until then.</summary>
    public TimeSpan Reserve(string action)
    {
        _ = Bucket(action).TryReserve(limits.PerSecond(action), patience: null, out var wait);
        return wait;
    }

    /// <summary>Says that the service refused the action for its rate: nothing is called for a while, and the bucket is empty after that.</summary>
    public void Throttled(string action) => Bucket(action).Rest();

    private PaceBucket Bucket(string action) => _buckets.GetOrAdd(action, _ => new PaceBucket(time));
}
