namespace MediaFlows.Core.Client;

/// <summary>A start with a prepared input.</summary>
public sealed record FlowStart
{
    /// <summary>Catalog name.</summary>
    public required string Flow { get; init; }

    /// <summary>Version to pin; null takes the catalog's current one.</summary>
    public string? Version { get; init; }

    /// <summary>Id to use; null makes one. 1 to 100 characters of letters, digits and <c>-_.:</c>, not starting with <c>@</c>.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The prepared input object (a record of the flow's input type).</summary>
    public required object Input { get; init; }

    /// <summary>Batch it belongs to.</summary>
    public string? Batch { get; init; }

    /// <summary>Free tags, at most 16.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>W3C <c>traceparent</c> of the request.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C <c>tracestate</c> of the request: goes wherever <see cref="TraceParent"/> goes, unread.</summary>
    public string? TraceState { get; init; }

    /// <summary>UTC time not to start before.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>The running <c>mediaflows.notify</c> instance that is told of the start and of every end, or null.</summary>
    public string? NotifyInstanceId { get; init; }
}
