using System.Text.Json.Nodes;
using MediaFlows.Api.Links;
using MediaFlows.Api.Webhooks;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Api.Instances;

/// <summary>The status document of an instance.</summary>
public sealed record FlowDocument
{
    /// <summary>Instance id.</summary>
    public required string Id { get; init; }

    /// <summary>Catalog name of the flow.</summary>
    public required string Pipeline { get; init; }

    /// <summary>Flow version pinned at start.</summary>
    public required string Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required FlowStatus State { get; init; }

    /// <summary>UTC time it was accepted.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC time of its last turn.</summary>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>UTC time it ended.</summary>
    public DateTime? EndedAt { get; init; }

    /// <summary>Stage, attempts, provider job, percent, bytes.</summary>
    public JsonNode? Progress { get; init; }

    /// <summary>What it waits for, in plain words.</summary>
    public string? WaitingFor { get; init; }

    /// <summary>UTC time of its next wake by a timer.</summary>
    public DateTime? NextWakeAt { get; init; }

    /// <summary>The provider job that resume goes on with.</summary>
    public string? ProviderJobId { get; init; }

    /// <summary>The calling instance, for sub-orchestrations.</summary>
    public string? ParentId { get; init; }

    /// <summary>Batch it belongs to.</summary>
    public string? Batch { get; init; }

    /// <summary>Tags given at start.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Times it was resumed or retried after an end.</summary>
    public int Resumes { get; init; }

    /// <summary>Input as recorded.</summary>
    public JsonNode? Input { get; init; }

    /// <summary>Output, once completed.</summary>
    public JsonNode? Output { get; init; }

    /// <summary>Why it ended badly.</summary>
    public FlowError? Error { get; init; }

    /// <summary>Sub-orchestrations, newest first, at most 50.</summary>
    public IReadOnlyList<ChildDocument>? Children { get; init; }

    /// <summary>Charged submits of a batch as they stand now, and its limit; null for other flows.</summary>
    public ChargeState? Charges { get; init; }

    /// <summary>How its webhook fares; null when it was started without one.</summary>
    public NotifyDocument? Notify { get; init; }

    /// <summary>What can be done with it.</summary>
    public FlowLinks? Links { get; init; }
}
