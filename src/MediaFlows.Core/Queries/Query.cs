namespace MediaFlows.Core.Queries;

/// <summary>A synchronous, uncharged look-up at a provider; safe to repeat.</summary>
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

    async Task<object?> IQuery.RunAsync(object input, CancellationToken cancellationToken) => await RunAsync((TInput)input, cancellationToken);
}
