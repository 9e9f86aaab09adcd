namespace MediaFlows.Core.Callbacks;

/// <summary>Receives a provider's event callbacks at <c>POST /api/callbacks/{provider}</c>.</summary>
public interface IProviderCallback
{
    /// <summary>Provider name in the route.</summary>
    string Provider { get; }

    /// <summary>
    /// Verifies a callback and returns the ids of the jobs it speaks of. What it says of them is not believed: the jobs are asked.
    /// </summary>
    /// <exception cref="Errors.FlowException"><c>MF5003</c> when it cannot be verified.</exception>
    ValueTask<IReadOnlyList<string>> ReadAsync(CallbackMessage message, CancellationToken cancellationToken);
}
