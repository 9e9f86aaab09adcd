using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Queries;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Queries;

/// <summary>A look-up as server-sent events: one event per piece, <c>[DONE]</c> at the end, an <c>error</c> event when it breaks off.</summary>
internal static class QueryStream
{
    /// <summary>True when the caller wants events and the look-up can give them.</summary>
    public static bool IsWanted(HttpRequest request, IQuery query) =>
        query is IStreamingQuery && request.Headers.Accept.Any(a => a?.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Waits for the first piece, so that a refusal is still an ordinary problem answer, and returns the stream.</summary>
    public static async Task<IResult> OpenAsync(IStreamingQuery query, object input, FlowSerializer serializer, CancellationToken cancellationToken)
    {
        var pieces = query.StreamAsync(input, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            var any = await pieces.MoveNextAsync();
            return TypedResults.ServerSentEvents(SendAsync(pieces, any, serializer, cancellationToken));
        }
        catch
        {
            await pieces.DisposeAsync();
            throw;
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> SendAsync(
        IAsyncEnumerator<JsonNode> pieces, bool any, FlowSerializer serializer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (pieces)
        {
            FlowError? broken = null;
            while (any && !cancellationToken.IsCancellationRequested)
            {
                yield return new SseItem<string>(serializer.Reveal(pieces.Current, toOwner: true)?.ToJsonString(serializer.Plain) ?? "null");
                try
                {
                    any = await pieces.MoveNextAsync();
                }
                catch (FlowException e)
                {
                    broken = e.Error;
                    any = false;
                }
            }

            yield return broken is null
                ? new SseItem<string>("[DONE]")
                : new SseItem<string>(JsonSerializer.Serialize(broken, serializer.Plain), "error");
        }
    }
}
