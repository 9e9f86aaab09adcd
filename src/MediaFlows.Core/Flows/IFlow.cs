namespace MediaFlows.Core.Flows;

/// <summary>The untyped face of a flow that hosts use. Derive from <see cref="Flow{TInput,TOutput}"/> instead of implementing this.</summary>
public interface IFlow
{
    /// <summary>What the catalog says of it.</summary>
    FlowInfo Info { get; }

    /// <summary>Type of the input record.</summary>
    Type InputType { get; }

    /// <summary>Type of the output record.</summary>
    Type OutputType { get; }

    /// <summary>Checks and completes an input before anything is started or paid. See <see cref="Flow{TInput,TOutput}.PrepareAsync"/>.</summary>
    ValueTask<object> PrepareAsync(object input, FlowPreparation preparation, CancellationToken cancellationToken);

    /// <summary>The provider requests that an instance would make. See <see cref="Flow{TInput,TOutput}.PlanAsync"/>.</summary>
    ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(object input, FlowPreparation preparation, CancellationToken cancellationToken);

    /// <summary>Runs the orchestration.</summary>
    Task<object?> RunAsync(FlowContext context, object input);
}
