using System.Text.Json.Serialization;

namespace MediaFlows.Providers.Tencent.Flows.Knowledge;

/// <summary>The tasks of a batch, in the order of its media.</summary>
/// <param name="Tasks">One output per media; none was waited for.</param>
public sealed record ImportKnowledgeBatchOutput([property: JsonPropertyName("Tasks")] IReadOnlyList<TaskOutput> Tasks);
