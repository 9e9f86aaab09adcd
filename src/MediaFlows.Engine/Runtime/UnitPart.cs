using MediaFlows.Engine.Journal;

namespace MediaFlows.Engine.Runtime;

/// <summary>One record of a unit: the new events of an instance, or given bytes.</summary>
/// <param name="Kind">Record kind.</param>
/// <param name="Instance">For events: the instance, whose new events are taken when the unit is written.</param>
/// <param name="Number">For images: the instance's number.</param>
/// <param name="Bytes">For all but events: the content.</param>
internal readonly record struct UnitPart(RecordKind Kind, Instance? Instance, long Number, ReadOnlyMemory<byte> Bytes);
