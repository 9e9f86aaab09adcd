using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using Spectre.Console;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows limits</c>: what the hub allows itself at each provider, and how much of it is used.</summary>
internal static class LimitsCommand
{
    public static Command Create(CommandServices services)
    {
        var output = TableOutput.Option();
        var command = new Command("limits", "Shows the limits at each provider and who waits for them.") { output };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var limits = (JsonObject)(await api.GetAsync("/api/limits", cancellationToken))!;
            if (parsed.GetValue(output) == "json")
            {
                services.Terminal.WriteJson(limits);
                return ExitCodes.Done;
            }

            var table = new Table().AddColumns("Provider", "Jobs at a time", "Running", "Waiting", "Submits a minute", "Calls a second");
            foreach (var item in limits["items"]!.AsArray())
            {
                var set = item!["limits"]!;
                table.AddRow(Cell(item["provider"]), Cell(set["jobs"]), Cell(item["running"]), Cell(item["waiting"]), Cell(set["submitsPerMinute"]), Cell(set["callsPerSecond"]));
            }

            services.Terminal.WriteText(TableOutput.Render(table));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Cell(JsonNode? node) => Markup.Escape(node?.ToString() ?? "");
}
