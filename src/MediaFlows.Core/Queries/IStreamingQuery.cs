using System.Text.Json.Nodes;

namespace MediaFlows.Core.Queries;

/// <summary>
/// A look-up whose answer can also be had piece by piece as it is made. Hosts that cannot stream call <see cref="IQuery.RunAsync"/>, which returns the whole.
/// Derive from <see cref="StreamingQuery{TInput,TOutput}"/>.
/// </summary>
public interface IStreamingQuery : IQuery
{
    /// <summary>
    /// Validates and asks. Each element is one JSON document, to be sent on as one server-sent event; the last one has come when the sequence ends.
    /// Failures before and between pieces are <see cref="Errors.FlowException"/>; leaving the loop early ends the call at the provider.
    /// </summary>
    IAsyncEnumerable<JsonNode> StreamAsync(object input, CancellationToken cancellationToken);
}
