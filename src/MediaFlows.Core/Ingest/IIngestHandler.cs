using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Ingest;

/// <summary>
/// Works on messages of the queue <c>mediaflows-ingest</c>, the same on both hosts. The host receives, renews, counts deliveries, and puts what
/// cannot be worked on into <c>mediaflows-ingest-poison</c> with the reason.
/// </summary>
public interface IIngestHandler
{
    /// <summary>
    /// Works on one message. Delivery is at least once, so the work is recognised by its content or the message's id and never done twice.
    /// Returns null when it is done, or the error of a message that no further delivery can help; that one goes to the poison queue at once.
    /// </summary>
    /// <exception cref="FlowException">It may work later; the message is delivered again, <see cref="IngestMessage.MaxDeliveries"/> times in all.</exception>
    Task<FlowError?> HandleAsync(IngestMessage message, CancellationToken cancellationToken);
}
