namespace MediaFlows.Core.Batches;

/// <summary>What a batch returns once every item ended well.</summary>
/// <param name="Items">Items in the manifest.</param>
/// <param name="Done">Items that ended well.</param>
/// <param name="Charged">Charged submits that were accepted.</param>
/// <param name="Results">Path of the results over HTTP: one JSON line per item, in the manifest's order.</param>
public sealed record BatchOutput(long Items, long Done, long Charged, string Results);
