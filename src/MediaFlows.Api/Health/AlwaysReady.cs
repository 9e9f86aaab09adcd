namespace MediaFlows.Api.Health;

/// <summary>For hosts that are reached only once they are ready, such as Azure Functions.</summary>
public sealed class AlwaysReady : IReadiness
{
    /// <inheritdoc/>
    public bool IsReady => true;
}
