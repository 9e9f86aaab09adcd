namespace MediaFlows.Core.Flows;

/// <summary>A typed name of a flow: what flows call as a sub-orchestration.</summary>
/// <param name="Name">Catalog name, for example <c>byteplus.enhance</c>.</param>
public sealed record FlowRef<TInput, TOutput>(string Name);
