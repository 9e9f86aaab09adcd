using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using Spectre.Console;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows pipelines [name]</c>: the catalog.</summary>
internal static class PipelinesCommand
{
    public static Command Create(CommandServices services)
    {
        var name = new Argument<string?>("name") { Description = "One flow or query: prints its schema and example.", Arity = ArgumentArity.ZeroOrOne };
        var output = TableOutput.Option();
        var command = new Command("pipelines", "Lists what can be started or asked.") { name, output };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            if (parsed.GetValue(name) is { } one)
            {
                services.Terminal.WritePretty(await api.GetAsync($"/api/pipelines/{Uri.EscapeDataString(one)}", cancellationToken));
                return ExitCodes.Done;
            }

            var catalog = (JsonObject)(await api.GetAsync("/api/pipelines", cancellationToken))!;
            if (parsed.GetValue(output) == "json")
            {
                services.Terminal.WriteJson(catalog);
                return ExitCodes.Done;
            }

            var table = new Table().AddColumns("Name", "Kind", "Paid", "What it does");
            foreach (var item in catalog["items"]!.AsArray())
                table.AddRow(Cell(item!["name"]), "flow", item["charged"]?.GetValue<bool>() == true ? "yes" : "", Cell(item["description"]));
            foreach (var item in catalog["queries"]!.AsArray())
                table.AddRow(Cell(item!["name"]), "query", "", Cell(item["description"]));
            services.Terminal.WriteText(TableOutput.Render(table));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Cell(JsonNode? node) => Markup.Escape(node?.ToString() ?? "");
}
