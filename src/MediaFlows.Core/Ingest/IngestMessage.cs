namespace MediaFlows.Core.Ingest;

/// <summary>A message of the ingest queue.</summary>
/// <param name="Id">Id of the message, the same at every delivery.</param>
/// <param name="Body">Its bytes as the sender meant them.</param>
/// <param name="Deliveries">Deliveries so far, this one included.</param>
public sealed record IngestMessage(string Id, ReadOnlyMemory<byte> Body, long Deliveries)
{
    /// <summary>Deliveries after which a message goes to the poison queue.</summary>
    public const int MaxDeliveries = 5;
}
