using MediaFlows.Api.Webhooks;

namespace MediaFlows.Api.Routing;

/// <summary>Parameters that every route that starts something has.</summary>
internal static class StartParameters
{
    public static readonly IReadOnlyList<ApiParameter> All =
    [
        new("instanceId", "Id to use."),
        new("batch", "Batch that the instance is listed under."),
        new("tag", "Tag as name:value.", Repeated: true),
        new("startAt", "UTC time not to start before.", "date-time"),
        new("Idempotency-Key", "Makes the request repeatable.", InHeader: true),
        new("Prefer", "wait=N waits up to N seconds for the end.", InHeader: true),
        new("traceparent", "W3C trace context.", InHeader: true),
        new("tracestate", "W3C trace state, carried with it.", InHeader: true),
        new(NotifyReader.UrlHeader, "Webhook that is told of the start and the end; instead of the member notify of a JSON body.", InHeader: true),
        new(NotifyReader.SecretHeader, "Secret of the webhook's signature; several, separated by blanks, while one replaces another.", InHeader: true),
        new(NotifyReader.EventsHeader, "Events that the webhook is told of, separated by commas; every end when left out.", InHeader: true),
    ];
}
