using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using Spectre.Console;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary><c>mediaflows flows list</c>.</summary>
internal static class FlowsListCommand
{
    public static Command Create(CommandServices services)
    {
        var state = new Option<string[]>("--state") { Description = "Only these states (running, failed, timedOut, …).", AllowMultipleArgumentsPerToken = true };
        var pipeline = new Option<string?>("--pipeline") { Description = "Only this flow." };
        var batch = new Option<string?>("--batch") { Description = "Only this batch." };
        var prefix = new Option<string?>("--id-prefix") { Description = "Only ids that start with this." };
        var from = new Option<DateTimeOffset?>("--from") { Description = "Created at or after (RFC 3339)." };
        var to = new Option<DateTimeOffset?>("--to") { Description = "Created at or before (RFC 3339)." };
        var top = new Option<int>("--top") { Description = "Rows, 1 to 1000.", DefaultValueFactory = _ => 50 };
        var cursor = new Option<string?>("--cursor") { Description = "Cursor of the page before." };
        var children = new Option<bool>("--children") { Description = "Sub-orchestrations too." };
        var output = TableOutput.Option();
        var command = new Command("list", "Lists flows, newest first.") { state, pipeline, batch, prefix, from, to, top, cursor, children, output };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var query = new QueryText();
            query.Add("state", string.Join(',', parsed.GetValue(state) ?? []));
            query.Add("pipeline", parsed.GetValue(pipeline));
            query.Add("batch", parsed.GetValue(batch));
            query.Add("idPrefix", parsed.GetValue(prefix));
            query.Add("from", parsed.GetValue(from)?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
            query.Add("to", parsed.GetValue(to)?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ"));
            query.Add("top", parsed.GetValue(top).ToString());
            query.Add("cursor", parsed.GetValue(cursor));
            if (parsed.GetValue(children)) query.Add("children", "true");
            var page = (JsonObject)(await api.GetAsync("/api/flows" + query, cancellationToken))!;
            if (parsed.GetValue(output) == "json") services.Terminal.WriteJson(page);
            else services.Terminal.WriteText(Table(page));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Table(JsonObject page)
    {
        var table = new Table().AddColumns("Id", "Pipeline", "State", "Created", "Where it stands");
        foreach (var item in page["items"]!.AsArray().OfType<JsonObject>())
        {
            var where = item["error"]?["message"]?.ToString() ?? item["progress"]?["stage"]?.ToString() ?? item["waitingFor"]?.ToString() ?? "";
            table.AddRow(new[] { item["id"], item["pipeline"], item["state"], item["createdAt"], where }.Select(c => Markup.Escape(c?.ToString() ?? "")).ToArray());
        }

        return TableOutput.Render(table) + (page["next"] is { } next ? $"\nMore: --cursor {next}" : "");
    }
}
