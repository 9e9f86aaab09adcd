using MediaFlows.Api.Batches;
using MediaFlows.Api.Instances;
using MediaFlows.Api.Start;
using MediaFlows.Core.Batches;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Api.Routing;

/// <summary>Routes under <c>/api/batches</c>.</summary>
internal static class BatchRoutes
{
    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("startBatch", "POST", "/api/batches", ApiAuth.Key, "Start a batch from a manifest (JSON Lines, CSV) or from one that is stored")
        {
            Handler = c => c.Handler<BatchStartHandler>().StartAsync(c),
            Body = typeof(BatchInput),
            OtherBodies = ["application/x-ndjson", "text/csv"],
            Parameters =
            [
                new("flow", "Flow of items that name none; with a manifest as body."),
                new("maxParallel", "Most items at a time, 1 to 500; with a manifest as body.", "integer"),
                new("maxCharges", "Most charged submits; with a manifest as body.", "integer"),
                new("defaults", "Take recommended values for open choices.", "boolean"),
                .. StartParameters.All,
            ],
            Answers = [new(202, "Accepted.", typeof(StartAccepted)), new(200, "Ended within the preferred wait.", typeof(FlowDocument))],
        },
        new("getBatch", "GET", "/api/batches/{id}", ApiAuth.Key, "Status of a batch; progress.items counts its items")
        {
            Handler = c => c.Handler<BatchReadHandler>().ShowAsync(c, c.Route("id")),
            Parameters = [new("children", "With its slices; true by default.", "boolean")],
            Answers = [new(200, "The status.", typeof(FlowDocument))],
        },
        new("getBatchResults", "GET", "/api/batches/{id}/results", ApiAuth.Key, "One JSON line per item, in the manifest's order")
        {
            Handler = c => c.Handler<BatchReadHandler>().ResultsAsync(c, c.Route("id")),
            Answers = [new(200, "JSON Lines, as far as there are results.", ContentType: "application/x-ndjson")],
        },
        new("limitBatch", "POST", "/api/batches/{id}/limit", ApiAuth.Key, "Set the charge limit of a batch; the items that it held back go on")
        {
            Handler = c => c.Handler<BatchLimitHandler>().SetAsync(c, c.Route("id")),
            Body = typeof(BatchLimitRequest),
            Answers = [new(202, "Recorded; the status document.", typeof(FlowDocument))],
        },
        new("getCharges", "GET", "/api/charges", ApiAuth.Key, "Charged submits of the hub today, and the daily limit")
        {
            Handler = c => c.Handler<ChargesHandler>().ShowAsync(c),
            Answers = [new(200, "The count.", typeof(ChargedDay))],
        },
        new("listPoison", "GET", "/api/ingest/poison", ApiAuth.Key, "Messages that could not be worked on")
        {
            Handler = c => c.Handler<PoisonHandler>().ListAsync(c),
            Parameters = [new("top", "Rows, 1 to 32.", "integer")],
            Answers = [new(200, "The oldest entries with their reasons.", typeof(PoisonListDocument))],
        },
        new("requeuePoison", "POST", "/api/ingest/poison/requeue", ApiAuth.Key, "Send quarantined messages back to the queue")
        {
            Handler = c => c.Handler<PoisonHandler>().RequeueAsync(c),
            Parameters = [new("id", "One entry."), new("all", "Every entry.", "boolean")],
            Answers = [new(200, "How many went.", typeof(RequeuedDocument))],
        },
    ];
}
