namespace MediaFlows.Functions.Resuming;

/// <summary>What a flow waited for.</summary>
public enum RecordedCallKind
{
    /// <summary>One try of an activity.</summary>
    Activity,

    /// <summary>A sub-orchestration.</summary>
    SubFlow,

    /// <summary>A durable timer.</summary>
    Timer,

    /// <summary>An external event.</summary>
    Event,

    /// <summary>A resumable end, completed by the decision of an operator.</summary>
    End,
}
