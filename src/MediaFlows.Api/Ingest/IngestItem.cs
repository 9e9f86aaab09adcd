using System.Text.Json;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Api.Ingest;

/// <summary>A message that starts one flow.</summary>
public sealed record IngestItem
{
    /// <summary>Catalog name.</summary>
    public required string Pipeline { get; init; }

    /// <summary>The flow's input.</summary>
    public required JsonElement Input { get; init; }

    /// <summary>Tells items apart: two messages with one key start one flow. Null takes the message's id.</summary>
    public string? Key { get; init; }

    /// <summary>True to take the recommended values for open choices.</summary>
    public bool Defaults { get; init; }

    /// <summary>Batch that the instance is listed under.</summary>
    public string? Batch { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Whom to tell of the start and the end, or null.</summary>
    public NotifyRequest? Notify { get; init; }

    /// <summary>W3C <c>traceparent</c> of the sender.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C <c>tracestate</c> of the sender.</summary>
    public string? TraceState { get; init; }
}
