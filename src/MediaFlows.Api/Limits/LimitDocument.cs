using MediaFlows.Core.Limits;

namespace MediaFlows.Api.Limits;

/// <summary>The limits at one provider and how they are used.</summary>
/// <param name="Provider">Provider name.</param>
/// <param name="Limits">What is set.</param>
public sealed record LimitDocument(string Provider, ProviderLimits Limits)
{
    /// <summary>Jobs that hold a place; null while their number is not limited.</summary>
    public int? Running { get; init; }

    /// <summary>Submits that wait to be admitted.</summary>
    public int Waiting { get; init; }

    /// <summary>Instance that holds the limits; null before it was first needed.</summary>
    public string? Limiter { get; init; }
}
