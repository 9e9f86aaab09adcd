namespace MediaFlows.Simulator.Hosting;

/// <summary>How a simulator is started.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Clouds to start, with their ports (0: any free one); empty starts all on free ports.</summary>
    public IReadOnlyDictionary<string, int> Clouds { get; init; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Clock; virtual in tests.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Folder for stored bytes; null takes a temporary one that is removed at the end.</summary>
    public string? DataFolder { get; init; }
}
