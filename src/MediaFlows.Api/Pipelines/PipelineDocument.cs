using System.Text.Json.Nodes;

namespace MediaFlows.Api.Pipelines;

/// <summary>A flow in the catalog with its schemas.</summary>
public sealed record PipelineDocument : PipelineSummary
{
    /// <summary>Takes over the summary.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public PipelineDocument(PipelineSummary summary)
        : base(summary)
    {
    }

    /// <summary>JSON Schema of the input.</summary>
    public JsonNode? InputSchema { get; init; }

    /// <summary>JSON Schema of the output.</summary>
    public JsonNode? OutputSchema { get; init; }

    /// <summary>A small valid input.</summary>
    public JsonNode? Example { get; init; }
}
