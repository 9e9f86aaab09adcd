using System.Text.Json.Nodes;

namespace MediaFlows.Core.Queries;

/// <summary>A look-up that can stream its answer.</summary>
/// <typeparam name="TInput">Input record.</typeparam>
/// <typeparam name="TOutput">Output record of the whole answer.</typeparam>
public abstract class StreamingQuery<TInput, TOutput> : Query<TInput, TOutput>, IStreamingQuery
    where TInput : notnull
{
    /// <summary>Validates and asks; one JSON document per piece. See <see cref="IStreamingQuery.StreamAsync"/>.</summary>
    public abstract IAsyncEnumerable<JsonNode> StreamAsync(TInput input, CancellationToken cancellationToken);

    IAsyncEnumerable<JsonNode> IStreamingQuery.StreamAsync(object input, CancellationToken cancellationToken) => StreamAsync((TInput)input, cancellationToken);
}
