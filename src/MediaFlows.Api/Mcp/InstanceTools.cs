using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using ModelContextProtocol.Server;

namespace MediaFlows.Api.Mcp;

/// <summary>Tools that look at instances and steer them.</summary>
internal static class InstanceTools
{
    public static IEnumerable<McpServerTool> Create(HostCalls host)
    {
        yield return CatalogTools.Tool(
            "get_flow", "Shows an instance: state, progress, what it waits for, output, error with a hint. Ask again after a few seconds while it is running.",
            Id(), readOnly: true, (a, ct) => host.GetAsync("/api/flows/" + CatalogTools.Escape(a, "id"), ct));
        yield return CatalogTools.Tool(
            "list_flows", "Lists instances, newest first.",
            new ToolSchema()
                .Text("state", "Only this state.", values: Enum.GetNames<FlowStatus>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]))
                .Text("pipeline", "Only this flow.").Text("batch", "Only this batch.").Whole("top", "Rows; 50 by default.", 1, 1000).Text("cursor", "'next' of the page before."),
            readOnly: true,
            (a, ct) => host.GetAsync("/api/flows?" + string.Join('&', a.Select(p => p.Key + "=" + Uri.EscapeDataString(p.Value!.ToString()))), ct));
        yield return CatalogTools.Tool(
            "get_history", "Shows what an instance did, step by step, redacted.",
            Id().Whole("from", "Sequence to begin with.", 0, int.MaxValue), readOnly: true,
            (a, ct) => host.GetAsync($"/api/flows/{CatalogTools.Escape(a, "id")}/history?from={a["from"] ?? 0}", ct));
        yield return Verb(host, "cancel", "Asks an instance to stop; it cancels at the provider where that is possible.", decides: false, destructive: true);
        yield return Verb(host, "resume", "Lets a suspended, timedOut or needsAttention instance go on with the same provider job; never submits again by itself.", decides: true, destructive: false);
        yield return Verb(host, "retry", "Makes a failed instance go on from its failed step; finished steps are kept.", decides: true, destructive: false);
        yield return CatalogTools.Tool(
            "explain_error", "Explains an error code such as MF2008 and what to do.",
            new ToolSchema().Text("code", "The code.", required: true), readOnly: true, (a, ct) => host.GetAsync("/api/errors/" + CatalogTools.Escape(a, "code"), ct));
        yield return CatalogTools.Tool(
            "doctor", "Checks credentials, storage, clock and reach of every provider; shows no secret.", new ToolSchema(), readOnly: true, (_, ct) => host.GetAsync("/api/doctor", ct));
    }

    private static ToolSchema Id() => new ToolSchema().Text("id", "Instance id.", required: true);

    private static HostTool Verb(HostCalls host, string verb, string description, bool decides, bool destructive)
    {
        var schema = Id().Text("reason", "Why; for the history.");
        if (decides)
        {
            schema.Text("jobId", "needsAttention only: the provider job to adopt.")
                .Flag("resubmit", "needsAttention only: submit again although it may be paid twice. Only when the user said so.");
        }

        return CatalogTools.Tool($"{verb}_flow", description, schema, readOnly: false, (a, ct) => SendAsync(host, verb, a, ct), destructive);
    }

    private static Task<HostAnswer> SendAsync(HostCalls host, string verb, JsonObject arguments, CancellationToken cancellationToken)
    {
        var path = $"/api/flows/{CatalogTools.Escape(arguments, "id")}/{verb}";
        arguments.Remove("id");
        return host.PostAsync(path, arguments, cancellationToken);
    }
}
