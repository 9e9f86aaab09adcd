using System.CommandLine;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Commands;

/// <summary>What every command is built with.</summary>
/// <param name="Terminal">Where it reads and writes.</param>
/// <param name="Time">Clock.</param>
/// <param name="Open">Opens the host that a command talks to.</param>
internal sealed record CommandServices(Terminal Terminal, TimeProvider Time, Func<ParseResult, CancellationToken, Task<HostSession>> Open)
{
    /// <summary>Sets the action of <paramref name="command"/>; errors become one JSON line and an exit code.</summary>
    public void Run(Command command, Func<ParseResult, ApiClient, CancellationToken, Task<int>> body) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Open(parsed, cancellationToken);
            return await body(parsed, session.Api, cancellationToken);
        });
}
