using System.CommandLine;
using MediaFlows.Cli.Commands;
using MediaFlows.Cli.Commands.Flows;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Cli.Demo;
using MediaFlows.Cli.Providers;

namespace MediaFlows.Cli;

/// <summary>The whole command line. Provider commands come from the catalog.</summary>
internal static class CommandTree
{
    public static RootCommand Create(Terminal terminal, TimeProvider time)
    {
        var connection = new ConnectionOptions();
        var locator = new HostLocator(connection);
        var services = new CommandServices(terminal, time, async (parsed, cancellationToken) =>
            locator.Find(parsed) is { } found
                ? new HostSession(new ApiClient(found), embedded: null)
                : await EmbeddedSession.OpenAsync(terminal, cancellationToken));
        var root = new RootCommand("MediaFlows: cloud media APIs as durable workflows. A started flow is never lost, a paid job is never paid twice.")
        {
            ServeCommand.Create(terminal),
            SimulateCommand.Create(terminal),
            DemoCommand.Create(terminal, time),
            FlowsCommand.Create(services),
            RunCommand.Create(services),
            QueryCommand.Create(services),
            PipelinesCommand.Create(services),
            LimitsCommand.Create(services),
            BatchCommand.Create(services),
            RecipeCommand.Create(services),
            MediaCommand.Create(services),
            DoctorCommand.Create(services),
            ExplainCommand.Create(terminal),
            McpCommand.Create(services),
        };
        connection.AddTo(root);
        ProviderCommands.AddTo(root, services);
        return root;
    }
}
