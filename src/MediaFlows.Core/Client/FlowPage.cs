namespace MediaFlows.Core.Client;

/// <summary>One page of a listing.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Continuation">Cursor of the next page; null on the last.</param>
public sealed record FlowPage(IReadOnlyList<FlowInstance> Items, string? Continuation);
