using System.Diagnostics;
using MediaFlows.Core.Diagnostics;
using MediaFlows.Engine.History;
using Trace = System.Diagnostics.Activity;

namespace MediaFlows.Engine.Hosting;

/// <summary>Spans by the names and attributes of Durable Task, from the source "MediaFlows".</summary>
internal static class EngineTracing
{
    public const string SourceName = "MediaFlows";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The request's span for starting an instance; ends when the caller disposes it.</summary>
    public static Trace? StartCreate(string flow, string version, string id, string? traceParent, string? traceState) =>
        Start($"create_orchestration:{flow}", "orchestration", flow, version, id, ActivityKind.Producer, (traceParent, traceState), default);

    /// <summary>One run of an activity. Where nobody records spans the instance's context is carried on all the same.</summary>
    public static Trace? StartActivity(InstanceHeader header, string activity)
    {
        var parent = (header.TraceParent, header.TraceState);
        return Start($"activity:{activity}", "activity", activity, header.Version, header.Id, ActivityKind.Server, parent, default)
            ?? TraceCarrier.Continue(activity, header.TraceParent, header.TraceState);
    }

    /// <summary>The whole life of an instance, written when it ends.</summary>
    public static void Ended(InstanceHeader header, string? error)
    {
        if (!Source.HasListeners()) return;
        using var span = Start(
            $"orchestration:{header.Flow}", "orchestration", header.Flow, header.Version, header.Id, ActivityKind.Server,
            (header.TraceParent, header.TraceState), new DateTimeOffset(header.CreatedTicks, TimeSpan.Zero));
        if (error is not null) span?.SetStatus(ActivityStatusCode.Error, error);
    }

    private static Trace? Start(
        string name, string type, string task, string version, string id, ActivityKind kind, (string? TraceParent, string? TraceState) stored, DateTimeOffset startTime)
    {
        if (!Source.HasListeners()) return null;
        // A header that cannot be read starts a trace of its own.
        _ = ActivityContext.TryParse(stored.TraceParent, stored.TraceState, out var parent);
        return Source.StartActivity(
            kind,
            parent,
            [
                new("durabletask.type", type),
                new("durabletask.task.name", task),
                new("durabletask.task.version", version),
                new("durabletask.task.instance_id", id),
            ],
            startTime: startTime,
            name: name);
    }
}
