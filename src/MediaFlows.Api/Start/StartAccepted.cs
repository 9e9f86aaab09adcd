using MediaFlows.Api.Links;

namespace MediaFlows.Api.Start;

/// <summary>Body of <c>202</c>: our links beside the Durable Functions check-status payload.</summary>
public sealed record StartAccepted : CheckStatusPayload
{
    /// <summary>Takes over the check-status payload.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public StartAccepted(CheckStatusPayload payload, string pipeline, string? costNotice, FlowLinks links)
        : base(payload)
    {
        Pipeline = pipeline;
        CostNotice = costNotice;
        Links = links;
    }

    /// <summary>Catalog name of the flow.</summary>
    public string Pipeline { get; init; }

    /// <summary>What the flow costs, for people; absent for a flow that makes no paid call.</summary>
    public string? CostNotice { get; init; }

    /// <summary>What can be done with the instance.</summary>
    public FlowLinks Links { get; init; }
}
