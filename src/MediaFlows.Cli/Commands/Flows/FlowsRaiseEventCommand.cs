using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary><c>mediaflows flows raise-event {id} {name} [json]</c>.</summary>
internal static class FlowsRaiseEventCommand
{
    public static Command Create(CommandServices services)
    {
        var id = new Argument<string>("id") { Description = "Instance id." };
        var name = new Argument<string>("name") { Description = "Event name." };
        var payload = new Argument<string?>("payload") { Description = "JSON payload.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("raise-event", "Sends an external event; kept until the flow waits for it.") { id, name, payload };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            JsonNode? body;
            try
            {
                body = parsed.GetValue(payload) is { } text ? JsonNode.Parse(text) : null;
            }
            catch (JsonException e)
            {
                throw new CliException(ExitCodes.NotStarted, ErrorCodes.BadJson, $"The payload is not valid JSON: {e.Message}");
            }

            services.Terminal.WriteJson(await api.PostAsync(FlowPath.Of(parsed.GetValue(id)!, "events/" + Uri.EscapeDataString(parsed.GetValue(name)!)), body, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }
}
