namespace MediaFlows.Providers.BytePlus.Api;

/// <summary>One part of a file.</summary>
/// <param name="Number">1-based part number.</param>
/// <param name="Offset">Bytes before it.</param>
/// <param name="Length">Its bytes.</param>
public sealed record PartRange(int Number, long Offset, long Length);
