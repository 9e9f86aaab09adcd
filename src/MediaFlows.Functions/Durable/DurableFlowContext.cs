using System.Text.Json;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Serialization;
using MediaFlows.Functions.Resuming;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Functions.Durable;

/// <summary>
/// A flow's view of the world on Durable Functions: each primitive is the platform's of the same name. What is added is the record of
/// answered calls, which lets an ended instance go on: a resumed run first plays the record (no call leaves it), then goes on live.
/// </summary>
public sealed partial class DurableFlowContext : FlowContext
{
    private readonly TaskOrchestrationContext _inner;
    private readonly FlowEnvelope _envelope;
    private readonly FlowCatalog _catalog;
    private readonly OpenCalls _calls = new();
    private readonly TaskCompletionSource _quiet = new();
    private DateTime _playedTime;
    private bool _playing;
    private bool _stopping;
    private int _guids;

    /// <summary>Runs on <paramref name="inner"/>.</summary>
    public DurableFlowContext(TaskOrchestrationContext inner, FlowEnvelope envelope, FlowCatalog catalog, FlowSerializer serializer)
    {
        _inner = inner;
        _envelope = envelope;
        _catalog = catalog;
        Serializer = serializer;
        StartedAt = inner.CurrentUtcDateTime;
    }

    /// <inheritdoc/>
    public override string InstanceId => _inner.InstanceId;

    /// <inheritdoc/>
    public override string FlowName => _envelope.Flow;

    /// <inheritdoc/>
    public override string Version => _envelope.Version;

    /// <inheritdoc/>
    public override string? ParentInstanceId => _inner.Parent?.InstanceId ?? _envelope.ParentId;

    /// <inheritdoc/>
    public override DateTime CurrentUtcDateTime => _playing ? _playedTime : _inner.CurrentUtcDateTime;

    /// <inheritdoc/>
    public override bool IsReplaying => _playing || _inner.IsReplaying;

    /// <inheritdoc/>
    public override FlowSerializer Serializer { get; }

    /// <summary>UTC time of the run's first turn, the first run's for a resumed one.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>True once the flow asked to continue as new.</summary>
    public bool ContinuesAsNew { get; private set; }

    /// <summary>Answered calls so far.</summary>
    public IReadOnlyList<RecordedCall> Answered => _calls.Answered;

    /// <inheritdoc/>
    /// <remarks>Made from instance, start and count alone, so that a resumed run gets the same ids.</remarks>
    public override Guid NewGuid() => DerivedIds.Make($"{InstanceId}\n{_envelope.CreatedAt.UtcTicks}\n{_envelope.Generation}\n{++_guids}");

    /// <inheritdoc/>
    public override ILogger CreateReplaySafeLogger(string category) => new QuietWhilePlaying(_inner.CreateReplaySafeLogger(category), () => _playing);

    /// <inheritdoc/>
    public override void SetCustomStatus(FlowProgress? progress)
    {
        _progress = progress;
        Publish();
    }

    /// <inheritdoc/>
    public override void SendEvent(string instanceId, string name, object? payload)
    {
        if (!_playing) _inner.SendEvent(instanceId, name, ToElement(payload));
    }

    /// <inheritdoc/>
    public override void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true)
    {
        ContinuesAsNew = true;
        var next = _envelope with
        {
            Input = ToElement(newInput),
            Origin = _envelope.Origin ?? _envelope.Input,
            Generation = _envelope.Generation + 1,
            NotBefore = null,
            Resume = null,
        };
        _inner.ContinueAsNew(Serializer.ToElement(next), preserveUnprocessedEvents);
        if (preserveUnprocessedEvents) ForwardEvents();
    }

    private JsonElement ToElement(object? value) => JsonSerializer.SerializeToElement(value, value?.GetType() ?? typeof(object), Serializer.Options);

    private T Read<T>(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? default! : element.Deserialize<T>(Serializer.Options)!;
}
