using System.Xml.Linq;

namespace MediaFlows.Simulator.AlibabaOss.Objects;

/// <summary>A bucket.</summary>
internal sealed class SimulatedBucket(string name, DateTimeOffset createdAt)
{
    public string Name { get; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The lifecycle configuration as it was put, or null.</summary>
    public XElement? Lifecycle { get; set; }
}
