using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using Spectre.Console;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary><c>mediaflows flows history {id}</c>.</summary>
internal static class FlowsHistoryCommand
{
    public static Command Create(CommandServices services)
    {
        var id = new Argument<string>("id") { Description = "Instance id." };
        var output = TableOutput.Option();
        var command = new Command("history", "Prints the recorded events of a flow, redacted.") { id, output };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var events = new JsonArray();
            for (long? from = 0; from is not null;)
            {
                var page = (JsonObject)(await api.GetAsync(FlowPath.Of(parsed.GetValue(id)!, $"history?from={from}&top=1000"), cancellationToken))!;
                foreach (var item in page["events"]!.AsArray()) events.Add(item!.DeepClone());
                from = page["next"]?.GetValue<long>();
            }

            if (parsed.GetValue(output) == "json")
            {
                services.Terminal.WriteJson(new JsonObject { ["events"] = events });
                return ExitCodes.Done;
            }

            var table = new Table().AddColumns("#", "Time", "Event", "Name", "Task", "Detail");
            foreach (var e in events.OfType<JsonObject>())
            {
                var detail = e["error"]?["message"] ?? e["fireAt"] ?? e["reason"] ?? e["result"];
                table.AddRow(new[] { e["sequence"], e["timestamp"], e["type"], e["name"], e["taskId"], detail }.Select(c => Markup.Escape(Shorten(c?.ToString()))).ToArray());
            }

            services.Terminal.WriteText(TableOutput.Render(table));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Shorten(string? text) => text is null ? "" : text.Length <= 80 ? text : text[..77] + "...";
}
