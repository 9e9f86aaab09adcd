namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>One step of a generated flow.</summary>
/// <param name="Kind">act, timer, event, child, all, again, end, id, fragile, big.</param>
/// <param name="Key">Unique in the world.</param>
public sealed record SimStep(string Kind, string Key)
{
    /// <summary>Seconds of a timer; failures before an activity succeeds; characters of a big payload.</summary>
    public int N { get; init; }

    /// <summary>Steps of a child; branches of a fan-out.</summary>
    public IReadOnlyList<SimStep> Steps { get; init; } = [];
}
