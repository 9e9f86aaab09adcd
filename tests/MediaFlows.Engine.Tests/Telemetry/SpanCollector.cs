using System.Collections.Concurrent;
using System.Diagnostics;

namespace MediaFlows.Engine.Tests.Telemetry;

/// <summary>Every span of the engine that ended while it listens.</summary>
internal sealed class SpanCollector : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanCollector()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == "MediaFlows",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Spans of one trace, other tests' left out.</summary>
    public IReadOnlyList<Activity> Of(ActivityTraceId trace) => [.. _spans.Where(s => s.TraceId == trace)];

    /// <summary>Spans of one instance.</summary>
    public IReadOnlyList<Activity> OfInstance(string id) => [.. _spans.Where(s => (string?)s.GetTagItem("durabletask.task.instance_id") == id)];

    public void Dispose() => _listener.Dispose();
}
