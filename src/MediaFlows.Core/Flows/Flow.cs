namespace MediaFlows.Core.Flows;

/// <summary>
/// An orchestration in the catalog: deterministic, without I/O, durable. One instance of this class serves every run, so it holds no state.
/// </summary>
/// <typeparam name="TInput">Input record. Members a person must choose are nullable and asked for in <see cref="PrepareAsync"/>.</typeparam>
/// <typeparam name="TOutput">Output record, in the provider document's own shape.</typeparam>
public abstract class Flow<TInput, TOutput> : IFlow
    where TInput : notnull
{
    /// <inheritdoc/>
    public abstract FlowInfo Info { get; }

    /// <inheritdoc/>
    public Type InputType => typeof(TInput);

    /// <inheritdoc/>
    public Type OutputType => typeof(TOutput);

    /// <summary>
    /// Checks <paramref name="input"/> and returns it with defaults and settings filled in; what it returns is what is recorded.
    /// Runs once, before anything is started or paid. Everything that the run needs from settings must be captured here.
    /// </summary>
    /// <exception cref="Errors.InvalidInputException">A rule is broken.</exception>
    /// <exception cref="Errors.QuestionsException">A required choice is missing.</exception>
    public virtual ValueTask<TInput> PrepareAsync(TInput input, FlowPreparation preparation, CancellationToken cancellationToken) => ValueTask.FromResult(input);

    /// <summary>
    /// The provider requests that a run of the prepared <paramref name="input"/> would make, in order, without calling anything.
    /// Values that only an earlier answer can give are shown as <c>{name}</c>.
    /// </summary>
    public virtual ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(TInput input, FlowPreparation preparation, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<PlannedRequest>>([]);

    /// <summary>The orchestration.</summary>
    public abstract Task<TOutput> RunAsync(FlowContext context, TInput input);

    async ValueTask<object> IFlow.PrepareAsync(object input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        try
        {
            return await PrepareAsync((TInput)input, preparation, cancellationToken);
        }
        catch (Errors.QuestionsException e)
        {
            throw e.TypedBy(InputType);
        }
    }

    ValueTask<IReadOnlyList<PlannedRequest>> IFlow.PlanAsync(object input, FlowPreparation preparation, CancellationToken cancellationToken) =>
        PlanAsync((TInput)input, preparation, cancellationToken);

    async Task<object?> IFlow.RunAsync(FlowContext context, object input) => await RunAsync(context, (TInput)input);
}
