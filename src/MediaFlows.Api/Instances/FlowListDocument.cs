namespace MediaFlows.Api.Instances;

/// <summary>One page of a listing.</summary>
/// <param name="Items">Status documents without children, URLs redacted.</param>
/// <param name="Next">Cursor of the next page; absent on the last.</param>
public sealed record FlowListDocument(IReadOnlyList<FlowDocument> Items, string? Next);
