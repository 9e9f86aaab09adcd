using System.Text.Json.Nodes;
using MediaFlows.Api.Links;
using MediaFlows.Api.Webhooks;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Redaction;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Api.Instances;

/// <summary>Makes documents of instances. Everything that is shown of an instance, on any route, passes here and is revealed or redacted here.</summary>
public sealed class FlowDocuments
{
    private readonly FlowSerializer _serializer;

    /// <summary>Reveals by <paramref name="serializer"/>.</summary>
    public FlowDocuments(FlowSerializer serializer) => _serializer = serializer;

    /// <summary>The document of <paramref name="instance"/>; <paramref name="toOwner"/> shows signed URLs whole, which only the status document may.</summary>
    public FlowDocument Full(FlowInstance instance, ApiLinks links, bool toOwner, IReadOnlyList<ChildDocument>? children = null, FlowInstance? companion = null) => new()
    {
        Id = instance.Id,
        Pipeline = instance.Flow,
        Version = instance.Version,
        State = instance.Status,
        CreatedAt = instance.CreatedAt.UtcDateTime,
        UpdatedAt = instance.UpdatedAt.UtcDateTime,
        EndedAt = instance.EndedAt?.UtcDateTime,
        Progress = Show(instance.Progress, toOwner: false),
        WaitingFor = instance.WaitingFor is null ? null : SignedUrls.RedactAll(instance.WaitingFor),
        NextWakeAt = instance.NextWakeAt?.UtcDateTime,
        ProviderJobId = instance.ProviderJobId,
        ParentId = instance.ParentId,
        Batch = instance.Batch,
        Tags = instance.Tags is { Count: > 0 } tags ? tags.ToDictionary(t => t.Key, t => SignedUrls.RedactAll(t.Value), StringComparer.Ordinal) : null,
        Resumes = instance.Resumes,
        Input = Show(instance.Input, toOwner),
        Output = Show(instance.Output, toOwner),
        Error = Show(instance.Error, toOwner),
        Children = children,
        Notify = companion is null ? null : Notify(companion, toOwner),
        Links = links.Flow(instance.Id),
    };

    /// <summary>A child in its parent's document.</summary>
    public ChildDocument Child(FlowInstance child) => new(child.Id, child.Flow, child.Status, Show(child.Progress, toOwner: false));

    /// <summary>The webhook of an instance, as its companion reports; the secret is no part of it.</summary>
    public NotifyDocument Notify(FlowInstance companion, bool toOwner) => new(
        (string?)Show(companion.Input?["url"], toOwner),
        Show(companion.Input?["events"], toOwner: false),
        Waiting: !companion.Status.IsEnded(),
        Show(companion.Progress?["webhooks"], toOwner: false));

    /// <summary>A history event, redacted.</summary>
    public HistoryEventDocument Event(FlowHistoryEvent e) => new(e.Sequence, e.Type, e.Timestamp.UtcDateTime)
    {
        Name = e.Name,
        TaskId = e.TaskId,
        Input = Show(e.Input, toOwner: false),
        Result = Show(e.Result, toOwner: false),
        Error = Show(e.Error, toOwner: false),
        FireAt = e.FireAt?.UtcDateTime,
        InstanceId = e.InstanceId,
        Attempt = e.Attempt,
        Reason = e.Reason is null ? null : SignedUrls.RedactAll(e.Reason),
    };

    /// <summary><paramref name="json"/> as it may be shown.</summary>
    public JsonNode? Show(JsonNode? json, bool toOwner) => _serializer.Reveal(json, toOwner);

    /// <summary><paramref name="error"/> as it may be shown. Its own words are never shown with whole URLs: errors are copied into tickets.</summary>
    public FlowError? Show(FlowError? error, bool toOwner) => error is null ? null : error with
    {
        Message = SignedUrls.RedactAll(error.Message),
        Hint = error.Hint is null ? null : SignedUrls.RedactAll(error.Hint),
        Document = Show(error.Document, toOwner),
        RetryAfter = null,
    };
}
