using System.Text;
using System.Text.Json;
using MediaFlows.Api.Reading;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Serialization;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Batches;

/// <summary>
/// Writes results as JSON Lines. They are the items' status to their owner, so signed URLs are whole; secrets are blanked.
/// </summary>
internal sealed class ResultLinesResult(string batch, BatchBlobs blobs, FlowSerializer serializer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var stop = httpContext.RequestAborted;
        httpContext.Response.ContentType = "application/x-ndjson";
        await foreach (var slice in blobs.ResultSlicesAsync(batch, stop))
        {
            var lines = new StringBuilder();
            foreach (var result in await blobs.ReadResultsAsync(batch, slice, stop))
            {
                var node = serializer.Reveal(JsonSerializer.SerializeToNode(result, serializer.Options), toOwner: true);
                lines.Append(node!.ToJsonString(ApiJson.Options)).Append('\n');
            }

            await httpContext.Response.WriteAsync(lines.ToString(), stop);
        }
    }
}
