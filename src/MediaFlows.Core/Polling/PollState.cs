namespace MediaFlows.Core.Polling;

/// <summary>Where a provider's job stands.</summary>
public enum PollState
{
    /// <summary>Not finished.</summary>
    Pending,

    /// <summary>Finished with a result.</summary>
    Done,

    /// <summary>Finished without one.</summary>
    Failed,
}
