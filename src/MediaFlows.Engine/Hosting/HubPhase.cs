namespace MediaFlows.Engine.Hosting;

/// <summary>Where a hub stands in its life.</summary>
public enum HubPhase
{
    /// <summary>Not started yet.</summary>
    Created,

    /// <summary>Taking ownership and reading its journal.</summary>
    Starting,

    /// <summary>Taking and running flows.</summary>
    Running,

    /// <summary>Finishing what runs; takes no new flows.</summary>
    Stopping,

    /// <summary>Stopped in good order.</summary>
    Stopped,

    /// <summary>Stopped because it lost the hub, its storage or its journal; the health says why.</summary>
    Failed,
}
