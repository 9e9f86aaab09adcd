using System.CommandLine;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows query {name} [input]</c>: any look-up of the catalog.</summary>
internal static class QueryCommand
{
    public static Command Create(CommandServices services)
    {
        var name = new Argument<string>("name") { Description = "Query name ('mediaflows pipelines' lists them)." };
        var input = new Argument<string?>("input") { Description = "JSON object, @file.json, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("query", "Asks a provider something; of these only chats are charged.") { name, input };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            var json = InputArgument.ReadObject(parsed.GetValue(input));
            services.Terminal.WriteJson(await api.PostAsync($"/api/queries/{Uri.EscapeDataString(parsed.GetValue(name)!)}", json, cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }
}
