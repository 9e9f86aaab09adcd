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
    /// <summary>Reads a line; nothing is run.</summary>
    public static ParseResult Parse(IReadOnlyList<string> args, Terminal terminal, TimeProvider time)
    {
        var (root, repeated) = Build(terminal, time);
        // @file is an argument of ours (a JSON file), not a response file.
        return root.Parse(RepeatedWords.Collapse(args, root, repeated), new ParserConfiguration { ResponseFileTokenReplacer = null });
    }

    public static RootCommand Create(Terminal terminal, TimeProvider time) => Build(terminal, time).Root;

    private static (RootCommand Root, IReadOnlySet<Command> Repeated) Build(Terminal terminal, TimeProvider time)
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
        return (root, ProviderCommands.AddTo(root, services));
    }
}
