namespace MediaFlows.Engine.Journal;

/// <summary>One record as read.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Continues">True when the next record belongs to the same unit: all of them count, or none.</param>
/// <param name="Payload">Content.</param>
/// <param name="End">Offset of the byte after it.</param>
internal readonly record struct JournalRecord(RecordKind Kind, bool Continues, ReadOnlyMemory<byte> Payload, int End);
