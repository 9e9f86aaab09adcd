using System.CommandLine;

namespace MediaFlows.Cli.Commands.Flows;

/// <summary><c>mediaflows flows watch {id}</c>: follows to the end and prints the result as the starting command would have.</summary>
internal static class FlowsWatchCommand
{
    public static Command Create(CommandServices services)
    {
        var id = new Argument<string>("id") { Description = "Instance id." };
        var maxWait = new Option<double?>("--max-wait") { Description = "Seconds to watch." };
        var command = new Command("watch", "Follows a flow to its end and prints its result.") { id, maxWait };
        services.Run(command, (parsed, api, cancellationToken) =>
        {
            var request = new FlowRunRequest { MaxWait = parsed.GetValue(maxWait) is { } s ? TimeSpan.FromSeconds(s) : null };
            return new FlowRunner(services.Terminal, services.Time).FollowAsync(api, parsed.GetValue(id)!, request, null, cancellationToken);
        });
        return command;
    }
}
