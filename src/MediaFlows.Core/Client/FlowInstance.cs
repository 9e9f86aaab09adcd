using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Client;

/// <summary>One instance as its host knows it; sensitive members are still encrypted and are revealed by whoever shows it.</summary>
public sealed record FlowInstance
{
    /// <summary>Instance id.</summary>
    public required string Id { get; init; }

    /// <summary>Catalog name of the flow.</summary>
    public required string Flow { get; init; }

    /// <summary>Flow version pinned at start.</summary>
    public required string Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required FlowStatus Status { get; init; }

    /// <summary>UTC time it was accepted.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC time of its last turn.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>UTC time it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Input, when asked for.</summary>
    public JsonNode? Input { get; init; }

    /// <summary>Output, when completed and asked for.</summary>
    public JsonNode? Output { get; init; }

    /// <summary>Error, when ended badly.</summary>
    public FlowError? Error { get; init; }

    /// <summary>The custom status (a <see cref="Progress.FlowProgress"/>), finer progress of the active child included.</summary>
    public JsonNode? Progress { get; init; }

    /// <summary>What it waits for in plain words (<c>timer until …</c>, <c>activity byteplus.submit-enhance</c>); null when ended.</summary>
    public string? WaitingFor { get; init; }

    /// <summary>UTC time of its next wake by a timer, or null.</summary>
    public DateTimeOffset? NextWakeAt { get; init; }

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

    /// <summary>The <c>mediaflows.notify</c> instance that tells its webhook, or null.</summary>
    public string? NotifyInstanceId { get; init; }
}
