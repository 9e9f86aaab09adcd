namespace MediaFlows.Core.Flows;

/// <summary>A typed name of an activity: what flows call. The input and output types are checked by the compiler, not at run time.</summary>
/// <param name="Name">Catalog name, for example <c>byteplus.apply-upload</c>.</param>
public sealed record ActivityRef<TInput, TOutput>(string Name);
