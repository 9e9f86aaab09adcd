namespace MediaFlows.Core.Queries;

/// <summary>The untyped face of a synchronous look-up. Derive from <see cref="Query{TInput,TOutput}"/>.</summary>
public interface IQuery
{
    /// <summary>Catalog name, for example <c>tencent.describe-media</c>.</summary>
    string Name { get; }

    /// <summary>One line in plain words.</summary>
    string Description { get; }

    /// <summary>Type of the input record.</summary>
    Type InputType { get; }

    /// <summary>Type of the output record.</summary>
    Type OutputType { get; }

    /// <summary>Asks.</summary>
    Task<object?> RunAsync(object input, CancellationToken cancellationToken);
}
