using MediaFlows.Api.Instances;
using MediaFlows.Api.Start;
using MediaFlows.Api.Webhooks;

namespace MediaFlows.Api.Routing;

/// <summary>Routes under <c>/api/flows</c>.</summary>
internal static class FlowRoutes
{
    private static readonly ApiAnswer[] Accepted = [new(202, "Recorded; the status document.", typeof(FlowDocument))];

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("startFlow", "POST", "/api/flows/{pipeline}", ApiAuth.Key, "Start a flow")
        {
            Handler = c => c.Handler<StartHandler>().StartAsync(c, c.Route("pipeline")),
            Body = typeof(object),
            Parameters =
            [
                new("defaults", "Take the recommended value for every open choice.", "boolean"),
                new("dryRun", "Show the provider requests instead of starting.", "boolean"),
                new("instanceId", "Id to use."),
                new("batch", "Batch that the instance is listed under."),
                new("tag", "Tag as name:value.", Repeated: true),
                new("startAt", "UTC time not to start before.", "date-time"),
                new("Idempotency-Key", "Makes the request repeatable.", InHeader: true),
                new("Prefer", "wait=N waits up to N seconds for the end.", InHeader: true),
                new("traceparent", "W3C trace context.", InHeader: true),
                new("tracestate", "W3C trace state, carried with it.", InHeader: true),
            ],
            Answers =
            [
                new(202, "Accepted.", typeof(StartAccepted)),
                new(200, "Ended within the preferred wait (a status document), or a dry run."),
            ],
        },
        new("listFlows", "GET", "/api/flows", ApiAuth.Key, "List instances, newest first")
        {
            Handler = c => c.Handler<FlowListHandler>().ListAsync(c),
            Parameters =
            [
                new("state", "Only these states.", Repeated: true),
                new("pipeline", "Only this flow."),
                new("batch", "Only this batch."),
                new("parent", "Only children of this instance."),
                new("idPrefix", "Only ids that start with this."),
                new("from", "Created at or after.", "date-time"),
                new("to", "Created at or before.", "date-time"),
                new("top", "Rows, 1 to 1000; 50 by default.", "integer"),
                new("cursor", "Cursor of the page before."),
                new("children", "Sub-orchestrations too.", "boolean"),
                new("include", "input, output.", Repeated: true),
            ],
            Answers = [new(200, "A page.", typeof(FlowListDocument))],
        },
        new("purgeFlows", "DELETE", "/api/flows", ApiAuth.Key, "Purge ended instances by filter")
        {
            Handler = c => c.Handler<FlowPurgeHandler>().PurgeManyAsync(c),
            Parameters =
            [
                new("state", "Only these ended states.", Repeated: true),
                new("from", "Created at or after.", "date-time"),
                new("to", "Created at or before.", "date-time"),
                new("all", "Needed when no filter is given.", "boolean"),
            ],
            Answers = [new(200, "Purged.", typeof(PurgedDocument))],
        },
        new("getFlow", "GET", "/api/flows/{id}", ApiAuth.Key, "Status document")
        {
            Handler = c => c.Handler<FlowStatusHandler>().ShowAsync(c, c.Route("id")),
            Parameters = [new("children", "With sub-orchestrations; true by default.", "boolean")],
            Answers = [new(200, "The status.", typeof(FlowDocument))],
        },
        new("purgeFlow", "DELETE", "/api/flows/{id}", ApiAuth.Key, "Purge one ended instance")
        {
            Handler = c => c.Handler<FlowPurgeHandler>().PurgeOneAsync(c, c.Route("id")),
            Answers = [new(200, "Purged.", typeof(PurgedDocument))],
        },
        new("getFlowHistory", "GET", "/api/flows/{id}/history", ApiAuth.Key, "Recorded events, redacted")
        {
            Handler = c => c.Handler<FlowHistoryHandler>().ShowAsync(c, c.Route("id")),
            Parameters = [new("from", "Sequence to begin with.", "integer"), new("top", "Events, 1 to 1000; 200 by default.", "integer")],
            Answers = [new(200, "A page.", typeof(HistoryDocument))],
        },
        new("watchFlow", "GET", "/api/flows/{id}/events", ApiAuth.Key, "Live status as server-sent events")
        {
            Handler = c => c.Handler<FlowEventsHandler>().WatchAsync(c, c.Route("id")),
            Parameters = [new("Last-Event-ID", "The last event the client has.", InHeader: true)],
            Answers = [new(200, "A stream.", ContentType: "text/event-stream"), new(204, "The client has seen the end.")],
        },
        Verb("cancelFlow", "cancel", "Ask the flow to stop", c => c.Handler<FlowControlHandler>().CancelAsync(c, c.Route("id"))),
        Verb("terminateFlow", "terminate", "Stop it hard", c => c.Handler<FlowControlHandler>().TerminateAsync(c, c.Route("id"))),
        Verb("suspendFlow", "suspend", "Hold it", c => c.Handler<FlowControlHandler>().SuspendAsync(c, c.Route("id"))),
        Verb("resumeFlow", "resume", "Let it go on", c => c.Handler<FlowControlHandler>().ResumeAsync(c, c.Route("id"))),
        Verb("retryFlow", "retry", "Again from the failed step", c => c.Handler<FlowControlHandler>().RetryAsync(c, c.Route("id"))),
        new("notifyFlow", "POST", "/api/flows/{id}/notify", ApiAuth.Key, "Deliver to the webhook again")
        {
            Handler = c => c.Handler<NotifyHandler>().DeliverAgainAsync(c, c.Route("id")),
            Answers = [new(202, "Recorded; how the webhook fares.", typeof(NotifyDocument))],
        },
        new("raiseFlowEvent", "POST", "/api/flows/{id}/events/{name}", ApiAuth.Key, "Raise an external event")
        {
            Handler = c => c.Handler<FlowControlHandler>().RaiseEventAsync(c, c.Route("id"), c.Route("name")),
            Body = typeof(object),
            Answers = Accepted,
        },
    ];

    private static ApiRoute Verb(string name, string verb, string summary, Func<Microsoft.AspNetCore.Http.HttpContext, Task<Microsoft.AspNetCore.Http.IResult>> handler) =>
        new(name, "POST", $"/api/flows/{{id}}/{verb}", ApiAuth.Key, summary) { Handler = handler, Body = typeof(ControlRequest), Answers = Accepted };
}
