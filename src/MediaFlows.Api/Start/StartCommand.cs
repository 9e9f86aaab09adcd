using System.Text.Json;
using MediaFlows.Core.Webhooks;

namespace MediaFlows.Api.Start;

/// <summary>A start as a front end received it: HTTP, MCP, or a batch item.</summary>
/// <param name="Pipeline">Catalog name.</param>
/// <param name="Input">The flow's input as the user sent it.</param>
public sealed record StartCommand(string Pipeline, JsonElement Input)
{
    /// <summary>True to take the recommended values for open choices.</summary>
    public bool UseDefaults { get; init; }

    /// <summary>Id to use, or null.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Batch it belongs to.</summary>
    public string? Batch { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>UTC time not to start before.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>W3C trace parent of the request.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C trace state of the request.</summary>
    public string? TraceState { get; init; }

    /// <summary>Whom to tell of the start and the end, or null.</summary>
    public NotifyRequest? Notify { get; init; }

    /// <summary>The caller's idempotency key, or null.</summary>
    public string? IdempotencyKey { get; init; }
}
