using MediaFlows.Core.Errors;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Serialization;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Core.Flows;

/// <summary>
/// What a flow sees of the world. The members mean what they mean on the Durable Functions <c>TaskOrchestrationContext</c>.
/// Hosts implement the <c>…Core</c> primitives; retries, cancellation and fan-out are built on them here, once, for every host.
/// </summary>
/// <remarks>
/// A flow is replayed: given the same history it must make the same calls in the same order. So it takes time, ids and loggers
/// from here, awaits only tasks that come from here (and <c>Task.WhenAll/WhenAny</c> over them), and never uses
/// <c>ConfigureAwait(false)</c>.
/// </remarks>
public abstract partial class FlowContext
{
    /// <summary>Id of this instance.</summary>
    public abstract string InstanceId { get; }

    /// <summary>Catalog name of the flow.</summary>
    public abstract string FlowName { get; }

    /// <summary>The flow version that was pinned when the instance was started.</summary>
    public abstract string Version { get; }

    /// <summary>Id of the instance that called this one as a sub-orchestration, or null.</summary>
    public abstract string? ParentInstanceId { get; }

    /// <summary>UTC time of the current turn; the same on every replay.</summary>
    public abstract DateTime CurrentUtcDateTime { get; }

    /// <summary>True while recorded history is replayed.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Serializes what crosses a step, with sensitive fields protected.</summary>
    public abstract FlowSerializer Serializer { get; }

    /// <summary>A new id, the same on every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>A logger that is silent while replaying.</summary>
    public abstract ILogger CreateReplaySafeLogger(string category);

    /// <summary>Publishes <paramref name="progress"/> as the custom status with the current turn.</summary>
    public abstract void SetCustomStatus(FlowProgress? progress);

    /// <summary>Restarts this instance with <paramref name="newInput"/> and an empty history once the flow returns; return right after calling it.</summary>
    public abstract void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true);

    /// <summary>
    /// Ends the instance with a resumable outcome. The returned task completes only if an operator resumes or retries the instance,
    /// then with what the operator decided; the flow goes on from here.
    /// </summary>
    public abstract Task<ResumeDecision> EndAsync(FlowEnd end);

    /// <summary>Sends an external event to another instance; one way, not awaited.</summary>
    public abstract void SendEvent(string instanceId, string name, object? payload);

    /// <summary>Schedules one try of an activity. Failure surfaces as <see cref="FlowTaskFailedException"/>.</summary>
    protected abstract Task<TOutput> CallActivityCore<TOutput>(string name, object? input, int attempt);

    /// <summary>Starts a sub-orchestration and completes with its output; any other end surfaces as <see cref="FlowTaskFailedException"/>.</summary>
    protected abstract Task<TOutput> CallSubFlowCore<TOutput>(string name, object? input, string instanceId, string? version, string? notifyInstanceId);

    /// <summary>
    /// Makes the ended child <paramref name="instanceId"/> go on with <paramref name="decision"/> (as resume and retry do) and completes with its new end.
    /// A child that is gone or cannot go on surfaces as <see cref="FlowTaskFailedException"/> with its present end.
    /// </summary>
    protected abstract Task<TOutput> ResumeSubFlowCore<TOutput>(string name, string instanceId, ResumeDecision decision);

    /// <summary>A durable timer. Cancelling <paramref name="cancellationToken"/> withdraws it.</summary>
    protected abstract Task CreateTimerCore(DateTime fireAtUtc, CancellationToken cancellationToken);

    /// <summary>The next external event of that name; one that arrived before the call is kept.</summary>
    protected abstract Task<T> WaitForExternalEventCore<T>(string name, CancellationToken cancellationToken);
}
