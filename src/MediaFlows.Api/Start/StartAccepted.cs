using MediaFlows.Api.Links;

namespace MediaFlows.Api.Start;

/// <summary>Body of <c>202</c>: our links beside the Durable Functions check-status payload.</summary>
public sealed record StartAccepted : CheckStatusPayload
{
    /// <summary>Takes over the check-status payload.</summary>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public StartAccepted(CheckStatusPayload payload, string pipeline, FlowLinks links)
        : base(payload)
    {
        Pipeline = pipeline;
        Links = links;
    }

    /// <summary>Catalog name of the flow.</summary>
    public string Pipeline { get; init; }

    /// <summary>What can be done with the instance.</summary>
    public FlowLinks Links { get; init; }
}
