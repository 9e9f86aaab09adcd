namespace MediaFlows.Core.Limits;

/// <summary>Input of the limiter of one provider.</summary>
/// <param name="Provider">Provider name as in the catalog.</param>
public sealed record LimiterInput(string Provider)
{
    /// <summary>Where it stands between two histories.</summary>
    public LimiterState? State { get; init; }
}
