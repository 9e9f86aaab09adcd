using System.Diagnostics;

namespace MediaFlows.Core.Diagnostics;

/// <summary>The W3C trace context that an instance carries from its start to every call that it makes, whether anybody collects spans or not.</summary>
public static class TraceCarrier
{
    // What the recommendation asks everybody to carry at least; longer ones may be dropped.
    private const int MostStateLength = 512;

    /// <summary><paramref name="traceParent"/> where it is a W3C <c>traceparent</c>, else null.</summary>
    public static string? Parent(string? traceParent) => ActivityContext.TryParse(traceParent, null, out _) ? traceParent : null;

    /// <summary><paramref name="traceState"/> where it has a parent to belong to and can stand in a header, else null.</summary>
    public static string? State(string? traceParent, string? traceState) =>
        traceState is { Length: > 0 and <= MostStateLength } && traceState.All(c => c is >= ' ' and <= '~') && Parent(traceParent) is not null ? traceState : null;

    /// <summary>
    /// Makes the given context the current one until the result is disposed, so that HTTP clients pass it on although no span is recorded.
    /// Null when there is none to carry.
    /// </summary>
    public static Activity? Continue(string name, string? traceParent, string? traceState)
    {
        if (Parent(traceParent) is not { } parent) return null;
        var carried = new Activity(name).SetParentId(parent);
        carried.TraceStateString = State(traceParent, traceState);
        return carried.Start();
    }
}
