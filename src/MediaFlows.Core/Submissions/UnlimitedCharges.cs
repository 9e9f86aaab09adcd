using System.Collections.Concurrent;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Submissions;

/// <summary>Counts in memory and limits nothing: for tests and for hosts without a durable gate.</summary>
public sealed class UnlimitedCharges : IChargeGate
{
    private readonly ConcurrentDictionary<(string Instance, string Step), bool> _reserved = new();

    /// <inheritdoc/>
    public Task<FlowError?> ReserveAsync(string instanceId, string step, string provider, CancellationToken cancellationToken)
    {
        _reserved[(instanceId, step)] = true;
        return Task.FromResult<FlowError?>(null);
    }

    /// <inheritdoc/>
    public Task SettleAsync(string instanceId, string step, bool charged, CancellationToken cancellationToken)
    {
        if (!charged) _reserved.TryRemove((instanceId, step), out _);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task BeginAsync(string rootInstanceId, long? most, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<bool> LimitAsync(string rootInstanceId, long? most, CancellationToken cancellationToken) => Task.FromResult(false);

    /// <inheritdoc/>
    public Task<ChargeState?> ReadAsync(string rootInstanceId, CancellationToken cancellationToken)
    {
        var count = _reserved.Keys.Count(k => k.Instance == rootInstanceId || k.Instance.StartsWith(rootInstanceId + ":", StringComparison.Ordinal));
        return Task.FromResult<ChargeState?>(new ChargeState(count, Most: null));
    }

    /// <inheritdoc/>
    public Task<ChargedDay> TodayAsync(CancellationToken cancellationToken) => Task.FromResult(new ChargedDay("", Count: null, Most: null));
}
