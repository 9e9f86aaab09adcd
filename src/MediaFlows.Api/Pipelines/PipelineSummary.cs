namespace MediaFlows.Api.Pipelines;

/// <summary>A flow in the catalog's listing.</summary>
public record PipelineSummary
{
    /// <summary>Catalog name.</summary>
    public required string Name { get; init; }

    /// <summary>Current version.</summary>
    public required string Version { get; init; }

    /// <summary>Provider module.</summary>
    public required string Provider { get; init; }

    /// <summary>One line.</summary>
    public required string Description { get; init; }

    /// <summary>True when a run makes at least one paid call.</summary>
    public required bool Charged { get; init; }

    /// <summary>Shown before a charged flow starts.</summary>
    public string? CostNotice { get; init; }

    /// <summary>Stages in order.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Where to read more and to start it.</summary>
    public required PipelineLinks Links { get; init; }
}
