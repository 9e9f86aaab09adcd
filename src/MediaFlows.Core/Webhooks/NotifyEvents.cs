namespace MediaFlows.Core.Webhooks;

/// <summary>The words that <c>notify.events</c> takes: <c>started</c>, and the states an instance ends in.</summary>
public static class NotifyEvents
{
    /// <summary>The instance was accepted.</summary>
    public const string Started = "started";

    private static readonly string[] Final = ["completed", "cancelled", "terminated"];

    /// <summary>Every word, in the order of the documentation.</summary>
    public static IReadOnlyList<string> All { get; } = [Started, "completed", "failed", "timedOut", "cancelled", "terminated", "needsAttention"];

    /// <summary>True for an end that nobody can make go on.</summary>
    public static bool IsFinal(string state) => Final.Contains(state, StringComparer.Ordinal);
}
