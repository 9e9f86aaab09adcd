namespace MediaFlows.Core.Activities;

/// <summary>
/// One unit of work with side effects. It runs at least once: a crash between its work and its record runs it again, so it must be
/// repeatable; a paid call goes through <see cref="Submissions.ChargedSubmitActivity{TRequest}"/>, which makes it so.
/// Failures are <see cref="Errors.FlowException"/>; one marked retryable is tried again by the flow's policy.
/// </summary>
public abstract class Activity<TInput, TOutput> : IActivity
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public Type InputType => typeof(TInput);

    /// <inheritdoc/>
    public Type OutputType => typeof(TOutput);

    /// <summary>
    /// Does the work. <paramref name="cancellationToken"/> fires when the host stops or the instance is terminated;
    /// the activity then stops as soon as it can.
    /// </summary>
    public abstract Task<TOutput> RunAsync(ActivityContext context, TInput input, CancellationToken cancellationToken);

    async Task<object?> IActivity.RunAsync(ActivityContext context, object? input, CancellationToken cancellationToken) =>
        await RunAsync(context, (TInput)input!, cancellationToken);
}
