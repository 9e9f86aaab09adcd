namespace MediaFlows.Core.Queries;

/// <summary>A synchronous look-up at a provider. It starts no work and is safe to repeat, unless its description says that answers are charged.</summary>
public abstract class Query<TInput, TOutput> : IQuery
    where TInput : notnull
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public Type InputType => typeof(TInput);

    /// <inheritdoc/>
    public Type OutputType => typeof(TOutput);

    /// <summary>Validates and asks. Failures are <see cref="Errors.FlowException"/>.</summary>
    public abstract Task<TOutput> RunAsync(TInput input, CancellationToken cancellationToken);

    async Task<object?> IQuery.RunAsync(object input, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync((TInput)input, cancellationToken);
        }
        catch (Errors.QuestionsException e)
        {
            throw e.TypedBy(InputType);
        }
    }
}
