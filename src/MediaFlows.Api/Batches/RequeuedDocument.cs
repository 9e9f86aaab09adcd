namespace MediaFlows.Api.Batches;

/// <summary>Answer of a requeue.</summary>
/// <param name="Requeued">Messages that went back to the queue.</param>
public sealed record RequeuedDocument(int Requeued);
