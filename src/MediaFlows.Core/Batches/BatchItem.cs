using System.Text.Json.Nodes;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Core.Batches;

/// <summary>One item of a batch, as it was read from the manifest.</summary>
/// <param name="Index">0-based position in the manifest.</param>
public sealed record BatchItem(long Index)
{
    /// <summary>The user's own key of the item, unique in the manifest; in its result too.</summary>
    public string? Key { get; init; }

    /// <summary>Flow to run.</summary>
    public string? Flow { get; init; }

    /// <summary>Input of the flow.</summary>
    public JsonObject? Input { get; init; }

    /// <summary>Whom to tell of the item's start and end, or null.</summary>
    public NotifyRequest? Notify { get; init; }

    /// <summary>Why the line cannot be run; the batch goes on without it.</summary>
    public string? Problem { get; init; }
}
