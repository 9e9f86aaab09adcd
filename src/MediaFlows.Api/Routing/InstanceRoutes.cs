using MediaFlows.Api.DurableTask;
using MediaFlows.Api.Links;
using Microsoft.AspNetCore.Http;

namespace MediaFlows.Api.Routing;

/// <summary>The Durable Functions instance routes.</summary>
internal static class InstanceRoutes
{
    private const string Base = "/runtime/webhooks/durabletask";
    private static readonly ApiParameter Reason = new("reason", "Free text for the history.");
    private static readonly ApiAnswer[] Accepted = [new(202, "Recorded.")];

    private static readonly ApiParameter[] Filter =
    [
        new("runtimeStatus", "Only these runtime statuses, comma-separated."),
        new("createdTimeFrom", "Created at or after.", "date-time"),
        new("createdTimeTo", "Created at or before.", "date-time"),
    ];

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        Route("listInstances", "GET", "/instances", "List instances (Durable Functions)", c => c.Handler<InstanceQueryHandler>().ListAsync(c)) with
        {
            Parameters =
            [
                .. Filter,
                new("instanceIdPrefix", "Only ids that start with this."),
                new("showInput", "With inputs; true by default.", "boolean"),
                new("top", "Rows; 100 by default.", "integer"),
                new(InstanceQueryHandler.ContinuationHeader, "Cursor of the page before.", InHeader: true),
            ],
            Answers = [new(200, "A page.", typeof(IReadOnlyList<InstanceDocument>))],
        },
        Route("purgeInstances", "DELETE", "/instances", "Purge by filter (Durable Functions)", c => c.Handler<InstancePurgeHandler>().PurgeManyAsync(c)) with
        {
            Parameters = Filter,
            Answers = [new(200, "Purged.", typeof(InstancesDeleted))],
        },
        Route("getInstance", "GET", "/instances/{id}", "Status (Durable Functions)", c => c.Handler<InstanceQueryHandler>().ShowAsync(c, c.Route("id"))) with
        {
            Parameters =
            [
                new("showHistory", "With the history.", "boolean"),
                new("showHistoryOutput", "With inputs and results in the history.", "boolean"),
                new("showInput", "With the input; true by default.", "boolean"),
                new("returnInternalServerErrorOnFailure", "500 for a failed instance.", "boolean"),
            ],
            Answers = [new(200, "Ended.", typeof(InstanceDocument)), new(202, "Live.", typeof(InstanceDocument))],
        },
        Route("purgeInstance", "DELETE", "/instances/{id}", "Purge (Durable Functions)", c => c.Handler<InstancePurgeHandler>().PurgeOneAsync(c, c.Route("id"))) with
        {
            Answers = [new(200, "Purged.", typeof(InstancesDeleted))],
        },
        Route(
            "raiseInstanceEvent",
            "POST",
            "/instances/{id}/raiseEvent/{eventName}",
            "Raise an event (Durable Functions)",
            c => c.Handler<InstanceControlHandler>().RaiseEventAsync(c, c.Route("id"), c.Route("eventName"))) with
        {
            Body = typeof(object),
            Answers = Accepted,
        },
        Verb("terminate", c => c.Handler<InstanceControlHandler>().TerminateAsync(c, c.Route("id"))),
        Verb("suspend", c => c.Handler<InstanceControlHandler>().SuspendAsync(c, c.Route("id"))),
        Verb("resume", c => c.Handler<InstanceControlHandler>().ResumeAsync(c, c.Route("id"))),
        Verb("rewind", c => c.Handler<InstanceControlHandler>().RewindAsync(c, c.Route("id"))),
        Route("restartInstance", "POST", "/instances/{id}/restart", "Restart (Durable Functions)", c => c.Handler<InstanceControlHandler>().RestartAsync(c, c.Route("id"))) with
        {
            Parameters = [new("restartWithNewInstanceId", "False replaces the ended instance; true by default.", "boolean")],
            Answers = [new(202, "Started.", typeof(CheckStatusPayload))],
        },
        Start("startOrchestrator", "/orchestrators/{pipeline}"),
        Start("startOrchestratorWithId", "/orchestrators/{pipeline}/{id}"),
    ];

    private static ApiRoute Route(string name, string method, string path, string summary, Func<HttpContext, Task<IResult>> handler) =>
        new(name, method, Base + path, ApiAuth.KeyOrInstanceCode, summary) { Handler = handler, DurableExtension = true };

    private static ApiRoute Verb(string verb, Func<HttpContext, Task<IResult>> handler) =>
        Route(verb + "Instance", "POST", $"/instances/{{id}}/{verb}", $"{char.ToUpperInvariant(verb[0])}{verb[1..]} (Durable Functions)", handler) with { Parameters = [Reason], Answers = Accepted };

    private static ApiRoute Start(string name, string path) =>
        Route(name, "POST", path, "Start (Durable Functions)", c => c.Handler<OrchestratorStartHandler>().StartAsync(c, c.Route("pipeline"), c.Route("id"))) with
        {
            // A start is no business of an instance's code.
            Auth = ApiAuth.KeyOrCode,
            Body = typeof(object),
            Answers = [new(202, "Accepted.", typeof(CheckStatusPayload))],
        };
}
