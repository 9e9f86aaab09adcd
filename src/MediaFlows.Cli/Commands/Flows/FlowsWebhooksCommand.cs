using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;
using Spectre.Console;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary><c>mediaflows flows webhooks {id}</c>: the delivery log of a flow's webhook, and deliveries by hand.</summary>
internal static class FlowsWebhooksCommand
{
    public static Command Create(CommandServices services)
    {
        var id = new Argument<string>("id") { Description = "Instance id." };
        var replay = new Option<string?>("--replay")
        {
            Description = "Deliver again: one event by its id, or without a value what was not delivered (else the last event).",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = TableOutput.Option();
        var command = new Command("webhooks", "Prints how the webhook of a flow fares; --replay delivers again, with the old ids.") { id, replay, output };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var path = FlowPath.Of(parsed.GetValue(id)!);
            var notify = parsed.GetResult(replay) is null
                ? (await api.GetAsync(path + "?children=false", cancellationToken))?["notify"]
                : await api.PostAsync(path + "/notify" + Delivery(parsed.GetValue(replay)), null, cancellationToken);
            if (notify is null)
                throw new CliException(ExitCodes.Failed, ErrorCodes.InvalidState, $"The flow '{parsed.GetValue(id)}' has no webhook.", "A webhook is named when a flow is started: --notify-url.");
            if (parsed.GetValue(output) == "table") services.Terminal.WriteText(Table(notify));
            else services.Terminal.WriteJson(notify.DeepClone());
            return ExitCodes.Done;
        });
        return command;
    }

    private static string Delivery(string? id)
    {
        var query = new QueryText();
        query.Add("delivery", id);
        return query.ToString();
    }

    private static string Table(JsonNode notify)
    {
        var table = new Table().AddColumns("id", "event", "state", "tries", "next try", "last answer");
        foreach (var delivery in notify["deliveries"]?.AsArray() ?? [])
        {
            var last = delivery!["lastTries"]?.AsArray().LastOrDefault();
            table.AddRow(
                Markup.Escape($"{delivery["id"]}"), Markup.Escape($"{delivery["event"]}"), Markup.Escape($"{delivery["state"]}"), Markup.Escape($"{delivery["tries"]}"),
                Markup.Escape($"{delivery["nextTryAt"]}"), Markup.Escape($"{last?["status"] ?? last?["error"]}"));
        }

        return $"{notify["url"]}\n{TableOutput.Render(table)}";
    }
}
