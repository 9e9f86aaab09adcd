using System.ComponentModel;
using MediaFlows.Core.Media;

namespace MediaFlows.Core.Batches;

/// <summary>Input of the batch flow.</summary>
public sealed record BatchInput
{
    /// <summary>The manifest: JSON Lines or CSV, plain or gzip. One line is one item.</summary>
    [Description("Manifest: JSON Lines or CSV, plain or gzip; one item per line.")]
    public required MediaSource Manifest { get; init; }

    /// <summary>Flow of items that name none.</summary>
    [Description("Flow of items that name none.")]
    public string? Flow { get; init; }

    /// <summary><c>jsonl</c> or <c>csv</c>; null decides by the manifest's name.</summary>
    [Description("jsonl or csv; decided by the manifest's name when left out.")]
    public string? Format { get; init; }

    /// <summary>Most items at a time, 1 to 500.</summary>
    [Description("Most items at a time, 1 to 500 (20).")]
    public int MaxParallel { get; init; } = 20;

    /// <summary>Most charged submits of the whole batch; past it items end needing attention instead of paying. Null for no limit.</summary>
    [Description("Most charged submits of the whole batch.")]
    public long? MaxCharges { get; init; }

    /// <summary>True takes the recommended value for every open choice of an item.</summary>
    [Description("Take recommended values for open choices.")]
    public bool Defaults { get; init; }

    /// <summary>Where the batch stands between two histories; set by the flow itself.</summary>
    public BatchState? State { get; init; }
}
