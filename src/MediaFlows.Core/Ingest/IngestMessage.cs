namespace MediaFlows.Core.Ingest;

/// <summary>A message of the ingest queue.</summary>
/// <param name="Id">Id of the message, the same at every delivery.</param>
/// <param name="Body">Its bytes as the sender meant them.</param>
/// <param name="Deliveries">Deliveries so far, this one included.</param>
public sealed record IngestMessage(string Id, ReadOnlyMemory<byte> Body, long Deliveries)
{
    /// <summary>Failed deliveries after which a message goes to the poison queue.</summary>
    public const int MaxDeliveries = 5;

    /// <summary>
    /// Deliveries after which it goes there whoever's fault it was. A host that is killed again and again, or is overloaded for an hour, is no message's fault;
    /// a message whose work ends the process must not do so for ever.
    /// </summary>
    public const int MostDeliveries = 20;
}
