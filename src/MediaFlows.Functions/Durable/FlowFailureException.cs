namespace MediaFlows.Functions.Durable;

/// <summary>
/// How a failure leaves an activity or orchestrator function. The platform keeps an exception's message and drops the rest, so the message is
/// a sentence for people followed by the <see cref="FlowOutcomeDocument"/> for <see cref="FailureText"/>.
/// </summary>
public sealed class FlowFailureException : Exception
{
    /// <summary>Fails with <paramref name="document"/>.</summary>
    public FlowFailureException(FlowOutcomeDocument document, Exception? inner = null)
        : base(FailureText.Write(document), inner) => Document = document;

    /// <summary>What happened.</summary>
    public FlowOutcomeDocument Document { get; }
}
