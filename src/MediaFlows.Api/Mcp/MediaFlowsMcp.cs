using MediaFlows.Core.Errors;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace MediaFlows.Api.Mcp;

/// <summary>
/// The MCP server. It speaks over a transport to a client and over HTTP to a host, so whoever starts it decides which host it drives:
/// <c>mediaflows mcp</c> runs it over standard input and output.
/// </summary>
public static class MediaFlowsMcp
{
    private const string Instructions =
        "MediaFlows runs durable media jobs at cloud providers. Flows marked CHARGED cost money: show the user the cost notice and a dry run before the first start, "
        + "and give an idempotencyKey. Starts answer at once with an id; jobs take seconds to hours, so look with get_flow now and then instead of starting again. "
        + "timedOut is no failure: resume_flow goes on waiting for the same paid job.";

    /// <summary>Serves over standard input and output until the client closes it. Nothing else may write to standard output meanwhile.</summary>
    /// <param name="host">Client with the host's base address and its key as a default header.</param>
    /// <param name="loggers">Where the protocol's own messages go; must not be standard output.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="FlowException">The host's catalog cannot be read.</exception>
    public static async Task RunStdioAsync(HttpClient host, ILoggerFactory? loggers = null, CancellationToken cancellationToken = default)
    {
        await using var transport = new StdioServerTransport("mediaflows", loggers);
        await RunAsync(host, transport, loggers, cancellationToken);
    }

    /// <summary>Serves over <paramref name="transport"/> until the client closes it.</summary>
    /// <exception cref="FlowException">The host's catalog cannot be read.</exception>
    public static async Task RunAsync(HttpClient host, ITransport transport, ILoggerFactory? loggers = null, CancellationToken cancellationToken = default)
    {
        var calls = new HostCalls(host);
        var catalog = await calls.GetAsync("/api/pipelines", cancellationToken);
        if (!catalog.IsSuccess)
        {
            throw new FlowException(
                (string?)catalog.Body?["code"] ?? ErrorCodes.ProviderUnavailable, (string?)catalog.Body?["detail"] ?? "The host's catalog cannot be read.", (string?)catalog.Body?["hint"]);
        }

        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "mediaflows", Version = typeof(MediaFlowsMcp).Assembly.GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = Instructions,
            ToolCollection = [],
        };
        foreach (var tool in CatalogTools.Create(calls, catalog.Body!)) options.ToolCollection.Add(tool);
        await using var server = McpServer.Create(transport, options, loggers);
        await server.RunAsync(cancellationToken);
    }
}
