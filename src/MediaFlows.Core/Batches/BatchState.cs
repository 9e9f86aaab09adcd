namespace MediaFlows.Core.Batches;

/// <summary>Where a batch stands: small, so that it can cross continue-as-new.</summary>
/// <param name="Items">Items in the manifest.</param>
/// <param name="Slices">Slices they were cut into.</param>
/// <param name="StartedAt">UTC time of the first item of this pass.</param>
public sealed record BatchState(long Items, int Slices, DateTime StartedAt)
{
    /// <summary>Next slice to run in this pass.</summary>
    public int NextSlice { get; init; }

    /// <summary>1 for the first pass, then one more for each retry of the failed items.</summary>
    public int Pass { get; init; } = 1;

    /// <summary>Items that ended well, over all passes.</summary>
    public long Done { get; init; }

    /// <summary>Items that ended badly in this pass.</summary>
    public long Failed { get; init; }

    /// <summary>Items of this pass that a charge limit held back; counted among the failed ones.</summary>
    public long Held { get; init; }

    /// <summary>True while a pass runs only the items that were held back.</summary>
    public bool HeldOnly { get; init; }

    /// <summary>The batch's charge limit when the pass began.</summary>
    public long? MaxCharges { get; init; }

    /// <summary>Charged submits that were accepted.</summary>
    public long Charged { get; init; }
}
