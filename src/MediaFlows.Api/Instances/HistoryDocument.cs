namespace MediaFlows.Api.Instances;

/// <summary>One page of a history.</summary>
/// <param name="Events">Events in order.</param>
/// <param name="Next">Sequence to ask for next; absent at the end.</param>
public sealed record HistoryDocument(IReadOnlyList<HistoryEventDocument> Events, long? Next);
