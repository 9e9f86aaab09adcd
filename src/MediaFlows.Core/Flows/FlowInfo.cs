namespace MediaFlows.Core.Flows;

/// <summary>What the catalog says of a flow. The API, the CLI, the dashboard and the OpenAPI document are generated from it.</summary>
public sealed record FlowInfo
{
    /// <summary>Name such as <c>byteplus.upload-url</c>; the part before the dot is the provider.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the code. Instances keep the version that they were started with.</summary>
    public string Version { get; init; } = "1";

    /// <summary>One line in plain words.</summary>
    public required string Description { get; init; }

    /// <summary>True when an instance makes at least one paid call.</summary>
    public bool Charged { get; init; }

    /// <summary>Shown before a charged flow starts, or null.</summary>
    public string? CostNotice { get; init; }

    /// <summary>The stages in order, by the provider documents' own tags (<c>S1_UPLOAD</c>).</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    /// <summary>True for flows that only other flows start; they are in no listing.</summary>
    public bool Internal { get; init; }

    /// <summary>How long a finished instance is kept before it is purged; null takes the hub's default.</summary>
    public TimeSpan? Retention { get; init; }

    /// <summary>A small valid input as JSON, for documentation and the dashboard's start form.</summary>
    public string? ExampleInput { get; init; }

    /// <summary>The part of the name before the dot.</summary>
    public string Provider => Name.Split('.')[0];
}
