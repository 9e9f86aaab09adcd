using MediaFlows.Core.Client;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>What the driver knows of one instance: the reference model beside the engine.</summary>
internal sealed class SimInstance(string id, List<SimStep> steps)
{
    public string Id => id;

    public List<SimStep> Steps => steps;

    /// <summary>True once its start was acknowledged; null while its start has no known outcome.</summary>
    public bool? Exists { get; set; }

    /// <summary>True or false when acknowledged; null when the last suspend or resume has no known outcome.</summary>
    public bool? Suspended { get; set; } = false;

    /// <summary>True when a terminate or cancel was sent, whatever its answer.</summary>
    public bool MayBeStopped { get; set; }

    /// <summary>The end that was seen; it must stay until the driver itself makes the instance go on.</summary>
    public FlowStatus? SeenEnd { get; set; }

    /// <summary>Keys of the events whose sending was acknowledged: none of them is sent again.</summary>
    public HashSet<string> Sent { get; } = new(StringComparer.Ordinal);
}
