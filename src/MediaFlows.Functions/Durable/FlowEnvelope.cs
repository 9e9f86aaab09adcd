using System.Text.Json;
using MediaFlows.Functions.Resuming;

namespace MediaFlows.Functions.Durable;

/// <summary>
/// Input of every orchestrator function: the flow's prepared input and what the platform does not carry by itself.
/// All of it is JSON made by <see cref="Core.Serialization.FlowSerializer"/>, so sensitive members are encrypted in the task hub.
/// </summary>
public sealed record FlowEnvelope
{
    /// <summary>The format written by this code.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Format of the envelope. Its absence shows that somebody started the orchestrator directly, without the checks of the API.</summary>
    public required int MediaFlows { get; init; }

    /// <summary>Catalog name of the flow.</summary>
    public required string Flow { get; init; }

    /// <summary>Flow version, pinned at start.</summary>
    public required string Version { get; init; }

    /// <summary>The prepared input; after continue-as-new that of the current generation.</summary>
    public required JsonElement Input { get; init; }

    /// <summary>The input of the start, when <see cref="Input"/> is a later generation's.</summary>
    public JsonElement? Origin { get; init; }

    /// <summary>UTC time the start was accepted; a resumed instance keeps it though the platform counts a new creation.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>UTC time not to start before.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The calling instance.</summary>
    public string? ParentId { get; init; }

    /// <summary>Batch it belongs to.</summary>
    public string? Batch { get; init; }

    /// <summary>Tags given at start.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>W3C <c>traceparent</c> of the start.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C <c>tracestate</c> of the start.</summary>
    public string? TraceState { get; init; }

    /// <summary>The companion that is told of the start and of every end.</summary>
    public string? NotifyInstanceId { get; init; }

    /// <summary>Continue-as-new generations before this one.</summary>
    public int Generation { get; init; }

    /// <summary>Times it was resumed or retried.</summary>
    public int Resumes { get; init; }

    /// <summary>Set when an ended instance is started again to go on: where its finished steps are, and what was decided.</summary>
    public ResumePoint? Resume { get; init; }
}
