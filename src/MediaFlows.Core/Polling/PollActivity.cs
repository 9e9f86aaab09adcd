using MediaFlows.Core.Activities;

namespace MediaFlows.Core.Polling;

/// <summary>
/// Asks a provider once how a job stands. Throws a retryable <see cref="Errors.FlowException"/> when it could not be asked (the loop goes on),
/// and a final one only when asking again cannot help (a permission was withdrawn).
/// </summary>
public abstract class PollActivity<TTarget> : Activity<PollRequest, PollAnswer>
{
    private readonly PollServices _services;

    /// <summary>Takes the shared parts.</summary>
    protected PollActivity(PollServices services) => _services = services;

    /// <summary>One status call.</summary>
    protected abstract Task<PollAnswer> AskAsync(TTarget target, ActivityContext context, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public sealed override async Task<PollAnswer> RunAsync(ActivityContext context, PollRequest input, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(_services.Serializer.FromElement<TTarget>(input.Target)!, context, cancellationToken);
        if (answer.State == PollState.Done)
            _services.Durations.Record(input.DurationKey, _services.Time.GetUtcNow().UtcDateTime - input.SubmittedAt);
        return answer;
    }
}
