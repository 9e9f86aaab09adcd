using System.Collections.Concurrent;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Limits.Calls;

/// <summary>
/// Paces calls within this process, and over all processes of a hub where slots are shared (<see cref="SharedSlots"/>). Long waits are not sat out with an
/// activity in hand: the call fails retryable with its time, and the flow waits on a durable timer.
/// </summary>
public sealed class CallPacer : ICallPacer
{
    // Shorter than any client's time limit, which runs meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly LimitSettings _limits;
    private readonly TimeProvider _time;
    private readonly SharedSlots? _shared;
    private readonly ConcurrentDictionary<string, PaceBucket> _buckets = new(StringComparer.Ordinal);

    /// <summary>Paces by <paramref name="limits"/>; <paramref name="shared"/> is given where several processes serve one hub.</summary>
    public CallPacer(LimitSettings limits, TimeProvider time, SharedSlots? shared = null)
    {
        _limits = limits;
        _time = time;
        _shared = shared;
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(string provider, CancellationToken cancellationToken)
    {
        var perSecond = _limits.For(provider).CallsPerSecond;
        if (!Bucket(provider).TryReserve(perSecond, Patience, out var wait)) throw TooBusy(provider, wait);
        if (perSecond is not null && _shared is not null && await _shared.TakeAsync(provider, perSecond.Value, Patience, cancellationToken) is { } shared && shared > wait)
        {
            if (shared > Patience) throw TooBusy(provider, shared);
            wait = shared;
        }

        if (wait > TimeSpan.Zero) await Task.Delay(wait, _time, cancellationToken);
    }

    /// <inheritdoc/>
    public void Refused(string provider, TimeSpan? atLeast) => Bucket(provider).Rest(atLeast);

    private PaceBucket Bucket(string provider) => _buckets.GetOrAdd(provider, _ => new PaceBucket(_time));

    private static FlowException TooBusy(string provider, TimeSpan wait) => new(new FlowError(
        ErrorCodes.ProviderThrottled, $"The calls that this hub may make to {provider} are used up for the next {Math.Ceiling(wait.TotalSeconds)} s. Nothing was sent.")
    {
        Provider = provider,
        Retryable = true,
        RetryAfter = wait,
        Hint = $"It is tried again by itself. {LimitSettings.Prefix}{provider.ToUpperInvariant()}_CALLS_PER_SECOND is the hub's own limit; without it the provider has refused calls for their rate.",
    });
}
