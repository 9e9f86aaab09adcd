using MediaFlows.Api.Callbacks;
using MediaFlows.Api.Media;
using MediaFlows.Api.Pipelines;
using MediaFlows.Api.Queries;

namespace MediaFlows.Api.Routing;

/// <summary>Media, queries, callbacks and the catalog.</summary>
internal static class ResourceRoutes
{
    private const string Bytes = "application/octet-stream";

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("putMedia", "PUT", "/api/media/{*name}", ApiAuth.Key, "Store a file")
        {
            Handler = c => c.Handler<MediaHandler>().PutAsync(c, c.Route("name")),
            BodyContentType = Bytes,
            Answers = [new(201, "Stored.", typeof(MediaDocument))],
        },
        new("getMedia", "GET", "/api/media/{*name}", ApiAuth.Key, "Read a file")
        {
            Handler = c => c.Handler<MediaHandler>().GetAsync(c, c.Route("name")),
            Parameters = [new("Range", "One byte range.", InHeader: true), new("If-None-Match", "ETag that the caller has.", InHeader: true)],
            Answers = [new(200, "The bytes.", ContentType: Bytes), new(206, "The range.", ContentType: Bytes), new(304, "Unchanged.")],
        },
        new("headMedia", "HEAD", "/api/media/{*name}", ApiAuth.Key, "Look at a file")
        {
            Handler = c => c.Handler<MediaHandler>().GetAsync(c, c.Route("name")),
            Answers = [new(200, "Its headers.")],
        },
        new("deleteMedia", "DELETE", "/api/media/{*name}", ApiAuth.Key, "Delete a file")
        {
            Handler = c => c.Handler<MediaHandler>().DeleteAsync(c, c.Route("name")),
            Answers = [new(204, "Deleted.")],
        },
        new("askQuery", "POST", "/api/queries/{name}", ApiAuth.Key, "Ask a provider")
        {
            Handler = c => c.Handler<QueryHandler>().AskAsync(c, c.Route("name")),
            Body = typeof(object),
            Parameters = [new("dryRun", "Show the provider requests instead of asking.", "boolean")],
            Answers = [new(200, "The answer in the document's shape.", typeof(object))],
        },
        new("receiveCallback", "POST", "/api/callbacks/{provider}", ApiAuth.Anonymous, "Receive a provider's callback")
        {
            Handler = c => c.Handler<CallbackHandler>().ReceiveAsync(c, c.Route("provider")),
            BodyContentType = Bytes,
            Answers = [new(200, "Verified.", typeof(object))],
        },
        new("listPipelines", "GET", "/api/pipelines", ApiAuth.Key, "The catalog")
        {
            Handler = c => c.Handler<PipelineHandler>().ListAsync(c),
            Answers = [new(200, "Flows, queries, providers.", typeof(CatalogDocument))],
        },
        new("getPipeline", "GET", "/api/pipelines/{name}", ApiAuth.Key, "One flow or query with its schemas")
        {
            Handler = c => c.Handler<PipelineHandler>().ShowAsync(c, c.Route("name")),
            Answers = [new(200, "The flow.", typeof(PipelineDocument))],
        },
    ];
}
