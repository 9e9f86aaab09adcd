namespace MediaFlows.Core.Batches.Activities;

/// <summary>One slice of a batch.</summary>
/// <param name="Batch">Instance id of the batch.</param>
/// <param name="Slice">0-based number.</param>
/// <param name="Pass">1, or more when failed items are run again.</param>
public sealed record SliceRef(string Batch, int Slice, int Pass);
