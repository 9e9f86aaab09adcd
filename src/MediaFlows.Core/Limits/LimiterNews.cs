namespace MediaFlows.Core.Limits;

/// <summary>What a limiter is told: a step asks to submit (<see cref="Limits"/> is set), or is done with what it was admitted for (<see cref="Left"/>).</summary>
/// <param name="Instance">The asking instance.</param>
/// <param name="Step">Its ledger step.</param>
public sealed record LimiterNews(string Instance, string Step)
{
    /// <summary>The limits as the asking host has them; the latest count.</summary>
    public ProviderLimits? Limits { get; init; }

    /// <summary>True when the step needs its place no more, admitted or still waiting.</summary>
    public bool Left { get; init; }
}
