using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>
/// Submits an asynchronous job (AsyncProcessObject), once. OSS has no client token and no list of jobs; what can be asked after a lost answer is the
/// target: an object that was not there before proves that the job ran. Its absence proves nothing: for a minute it is looked for again,
/// then a person decides.
/// </summary>
public sealed class SubmitProcess(SubmissionServices services, ProcessClient process, ObjectClient objects) : ChargedSubmitActivity<ProcessJob>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<SubmitInput<ProcessJob>, SubmitReceipt> Ref = new("oss.submit-process");

    /// <summary>Prefix of a job id that stands for a result which was found instead of a task that was named.</summary>
    public const string FoundObject = "object:";

    // The default retry policy allows for five tries. A quarter of a minute apart, the last of them comes after this and ends the search.
    private static readonly TimeSpan Search = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);
    private readonly TimeProvider _time = services.Time;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override string Provider => OssNames.Provider;

    /// <inheritdoc/>
    protected override SubmitRecovery Recovery => SubmitRecovery.LookUp;

    /// <inheritdoc/>
    protected override string DurationKey(ProcessJob request) => "oss." + request.Operation;

    /// <inheritdoc/>
    protected override async Task<Submitted> SubmitAsync(ProcessJob request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        var ticket = await process.SubmitAsync(request.Place, request.Key, request.Process, cancellationToken);
        if (ticket.TaskId is null)
            throw new FlowException(new FlowError(ErrorCodes.FeatureNotAllowed, "OSS answered task_id: null: the bucket is not bound to an IMM project, so no job was created.")
            {
                Provider = OssNames.Provider, ProviderRequestId = ticket.RequestId, Hint = "Run mediaflows oss imm-setup first, then start again.",
            });
        return new Submitted(ticket.TaskId, new JsonObject { ["requestId"] = ticket.RequestId, ["eventId"] = ticket.EventId });
    }

    /// <inheritdoc/>
    protected override async Task<Submitted?> LookUpAsync(ProcessJob request, SubmissionRecord record, CancellationToken cancellationToken)
    {
        var target = request.Place with { Bucket = request.TargetBucket };
        // Frames of a set appear one by one, so a part of them does not tell a finished job; a single result appears whole.
        if (!request.ManyResults && await objects.FindAsync(target, request.TargetKey, cancellationToken) is { } there && there != request.Before)
            return new Submitted(FoundObject + request.TargetKey);
        var error = new FlowError(
            ErrorCodes.SubmitOutcomeUnknown, $"AsyncProcessObject was sent and not answered, and {target.PathOf(request.TargetKey)} does not show yet whether the job runs.")
        {
            Provider = OssNames.Provider,
        };
        throw _time.GetUtcNow() - record.UpdatedAt < Search && !request.ManyResults
            ? new FlowException(error with { Retryable = true, RetryAfter = BetweenLooks })
            : new OutcomeUnknownException(error);
    }
}
