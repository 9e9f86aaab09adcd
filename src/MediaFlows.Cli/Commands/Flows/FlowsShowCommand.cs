using System.CommandLine;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary><c>mediaflows flows show {id}</c>.</summary>
internal static class FlowsShowCommand
{
    public static Command Create(CommandServices services)
    {
        var id = new Argument<string>("id") { Description = "Instance id." };
        var command = new Command("show", "Prints the status document of a flow.") { id };
        services.Run(command, async (parsed, api, cancellationToken) =>
        {
            services.Terminal.WritePretty(await api.GetAsync(FlowPath.Of(parsed.GetValue(id)!), cancellationToken));
            return ExitCodes.Done;
        });
        return command;
    }
}
