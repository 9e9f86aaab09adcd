using MediaFlows.Core.Errors;

namespace MediaFlows.Engine.Hosting;

/// <summary>What a readiness check and an operator want to know of the hub.</summary>
public sealed record HubHealth
{
    /// <summary>Name of the hub.</summary>
    public required string Hub { get; init; }

    /// <summary>Where it stands.</summary>
    public required HubPhase Phase { get; init; }

    /// <summary>True when it takes and runs flows.</summary>
    public bool IsReady => Phase == HubPhase.Running;

    /// <summary>Why it failed.</summary>
    public FlowError? Error { get; init; }

    /// <summary>Machine and process of the owner as this process knows it (<c>host/1234</c>), or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Number of this ownership; each new owner has a higher one.</summary>
    public long Epoch { get; init; }

    /// <summary>Instances in memory that have not ended.</summary>
    public int Live { get; init; }

    /// <summary>Instances that have ended and are kept.</summary>
    public int Finished { get; init; }

    /// <summary>Instances that no code can run for (<c>MF2004</c>, <c>MF2007</c>).</summary>
    public int Blocked { get; init; }

    /// <summary>Activities that run now.</summary>
    public int RunningActivities { get; init; }

    /// <summary>Activities that wait for a free place.</summary>
    public int WaitingActivities { get; init; }

    /// <summary>Bytes of records that wait for storage.</summary>
    public long BacklogBytes { get; init; }
}
