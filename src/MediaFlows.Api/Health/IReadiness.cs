namespace MediaFlows.Api.Health;

/// <summary>Says whether the host takes work. Answers from memory: probes come every few seconds and must not cost storage requests.</summary>
public interface IReadiness
{
    /// <summary>True when starts would be accepted now.</summary>
    bool IsReady { get; }
}
