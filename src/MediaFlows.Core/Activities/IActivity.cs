namespace MediaFlows.Core.Activities;

/// <summary>The untyped face of an activity that hosts use. Derive from <see cref="Activity{TInput,TOutput}"/>.</summary>
public interface IActivity
{
    /// <summary>Catalog name, for example <c>byteplus.apply-upload</c>.</summary>
    string Name { get; }

    /// <summary>Type of the input record.</summary>
    Type InputType { get; }

    /// <summary>Type of the output record.</summary>
    Type OutputType { get; }

    /// <summary>Runs it once.</summary>
    Task<object?> RunAsync(ActivityContext context, object? input, CancellationToken cancellationToken);
}
