using System.CommandLine;
using MediaFlows.Api.Mcp;
using MediaFlows.Cli.Console;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows mcp</c>: the host's catalog and instances as tools for an agent, over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Create(CommandServices services)
    {
        var command = new Command("mcp", "Serves an agent over MCP on standard input and output, driving the host that the other commands would use.");
        services.Run(command, async (_, api, cancellationToken) =>
        {
            // Calls of tools may wait for a flow's end, so the host sets the limits, not this client.
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
            using var http = new HttpClient(handler) { BaseAddress = api.Host.Url, Timeout = Timeout.InfiniteTimeSpan };
            http.DefaultRequestHeaders.Add("x-functions-key", api.Host.Key);
            await MediaFlowsMcp.RunStdioAsync(http, cancellationToken: cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }
}
