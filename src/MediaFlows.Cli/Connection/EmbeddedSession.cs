using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;
using MediaFlows.Host;

namespace MediaFlows.Cli.Connection;

/// <summary>A host inside this process, for commands that find none running. What it leaves unfinished goes on with the next host.</summary>
internal sealed class EmbeddedSession(MediaFlowsHost host, IAsyncDisposable? storage) : IAsyncDisposable
{
    public static async Task<HostSession> OpenAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var storage = await LocalStorage.StartAsync(terminal, cancellationToken);
        try
        {
            var settings = HostStart.Settings(storage?.ConnectionString);
            settings["MEDIAFLOWS_URLS"] = "http://127.0.0.1:0";
            // The user's own process may read what the user may read.
            settings["MEDIAFLOWS_FILE_ROOT"] = Path.GetPathRoot(Environment.CurrentDirectory);
            settings["MEDIAFLOWS_LOG_LEVEL"] = Environment.GetEnvironmentVariable("MEDIAFLOWS_LOG_LEVEL") ?? "Warning";
            var host = await MediaFlowsHost.CreateAsync(new HostOptions { Settings = settings, HandleSignals = false }, cancellationToken);
            var connection = new HostConnection(host.Url, host.ApiKey, settings["MEDIAFLOWS_FILE_ROOT"]);
            return new HostSession(new ApiClient(connection), new EmbeddedSession(host, storage));
        }
        catch (FlowException e)
        {
            if (storage is not null) await storage.DisposeAsync();
            var document = ErrorDocument.Of(e);
            throw new CliException(ExitCodes.NotStarted, document);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        if (storage is not null) await storage.DisposeAsync();
    }
}
