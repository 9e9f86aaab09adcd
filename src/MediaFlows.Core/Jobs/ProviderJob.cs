using System.Text.Json;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Jobs;

/// <summary>Describes one paid job at a provider: how to submit it, how to wait for it, what to say when the wait is over.</summary>
/// <typeparam name="TRequest">Request record of the submit activity.</typeparam>
public sealed record ProviderJob<TRequest>
{
    /// <summary>Ledger step and stage tag of the submit (<c>S3_ENHANCE</c>); unique in the flow.</summary>
    public required string Step { get; init; }

    /// <summary>The charged submit activity.</summary>
    public required ActivityRef<SubmitInput<TRequest>, SubmitReceipt> Submit { get; init; }

    /// <summary>What is submitted.</summary>
    public required TRequest Request { get; init; }

    /// <summary>When the submit is tried again; only tries that certainly were not accepted are (throttled, not sent), besides what recovers an unknown one.</summary>
    public ActivityOptions SubmitOptions { get; init; } = ActivityOptions.Default;

    /// <summary>Policy for an unknown outcome.</summary>
    public AmbiguousSubmit OnAmbiguousSubmit { get; init; }

    /// <summary>The poll activity.</summary>
    public required ActivityRef<PollRequest, PollAnswer> Poll { get; init; }

    /// <summary>What the poll activity is asked about, from the job id; serialize with <see cref="FlowContext.Serializer"/>.</summary>
    public required Func<string, JsonElement> Target { get; init; }

    /// <summary>Documented poll interval.</summary>
    public required TimeSpan Interval { get; init; }

    /// <summary>Documented longer intervals for a job that has run for a while, in the order of their times; null keeps <see cref="Interval"/> throughout.</summary>
    public IReadOnlyList<PollStep>? Slower { get; init; }

    /// <summary>Documented poll limit.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Where durations are learned; the same key as the submit activity's.</summary>
    public required string DurationKey { get; init; }

    /// <summary>What the status shows while submitting.</summary>
    public FlowProgress? SubmitProgress { get; init; }

    /// <summary>What the status shows while polling; the job id is added.</summary>
    public FlowProgress? PollProgress { get; init; }

    /// <summary>The documented error when the limit is reached, from job id and last answer. Null takes a plain <c>MF2008</c>.</summary>
    public Func<string, PollAnswer?, FlowError>? TimedOut { get; init; }

    /// <summary>Asks the provider to cancel the job, where it can be asked: an activity that takes the same target as the poll and returns whether it was cancelled.</summary>
    public ActivityRef<JsonElement, bool>? Cancel { get; init; }

    /// <summary>
    /// Runs before a refused submit, or a job that the provider failed, ends the instance <see cref="FlowOutcome.Failed"/>: that end is a stop, not an exception, so a
    /// <c>catch</c> of the flow does not see it. For removing what was put at the provider for this job. Its calls need <see cref="ActivityOptions.CleanUp"/>.
    /// </summary>
    public Func<Task>? OnFailed { get; init; }

    /// <summary>Runs before the job is submitted anew by a retry of such an end; brings back what <see cref="OnFailed"/> removed.</summary>
    public Func<Task>? OnRetry { get; init; }

    /// <summary>Awaits the result; false returns right after the submit (<see cref="ProviderJobResult.Answer"/> is null).</summary>
    public bool Wait { get; init; } = true;
}
