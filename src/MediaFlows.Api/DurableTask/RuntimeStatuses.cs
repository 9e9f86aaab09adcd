using MediaFlows.Core.Client;

namespace MediaFlows.Api.DurableTask;

/// <summary>The way back from Durable Functions words to ours.</summary>
internal static class RuntimeStatuses
{
    /// <summary>Every status that shows as <paramref name="word"/>; empty for an unknown word.</summary>
    public static IReadOnlyList<FlowStatus> Of(string word) =>
        [.. Enum.GetValues<FlowStatus>().Where(s => string.Equals(s.ToRuntimeStatus(), word, StringComparison.OrdinalIgnoreCase))];
}
