namespace MediaFlows.Core.Limits.Calls;

/// <summary>Keeps the API calls of all flows of a hub within a provider's rate.</summary>
public interface ICallPacer
{
    /// <summary>Completes when the provider may be called, after a moment at most.</summary>
    /// <exception cref="Errors.FlowException"><c>MF3004</c>, retryable, with the time to wait: it takes longer than a moment. Nothing was sent.</exception>
    ValueTask WaitAsync(string provider, CancellationToken cancellationToken);

    /// <summary>The provider refused a call for its rate: all calls to it rest, at least for <paramref name="atLeast"/>.</summary>
    void Refused(string provider, TimeSpan? atLeast);
}
