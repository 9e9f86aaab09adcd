using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Submissions;

/// <summary>The gate of a hub without charge limits.</summary>
public sealed class UnlimitedCharges : IChargeGate
{
    /// <inheritdoc/>
    public Task<FlowError?> ReserveAsync(string instanceId, string step, string provider, CancellationToken cancellationToken) => Task.FromResult<FlowError?>(null);

    /// <inheritdoc/>
    public Task SettleAsync(string instanceId, string step, bool charged, CancellationToken cancellationToken) => Task.CompletedTask;
}
