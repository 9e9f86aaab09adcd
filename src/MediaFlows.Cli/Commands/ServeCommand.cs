using System.CommandLine;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;
using MediaFlows.Host;
using MediaFlows.Local.Processes;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows serve</c>: the embedded host until SIGTERM or Ctrl-C.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal)
    {
        var port = new Option<int?>("--port") { Description = "Port (default: MEDIAFLOWS_URLS, else 7071)." };
        var bind = new Option<string?>("--bind") { Description = "Address to listen on (default: 127.0.0.1). Others are reachable from other machines: put TLS in front." };
        var hub = new Option<string?>("--hub") { Description = "Hub name (default: MEDIAFLOWS_HUB, else mediaflows)." };
        var fileRoot = new Option<string?>("--file-root") { Description = "Folder that flows may read files from (default: MEDIAFLOWS_FILE_ROOT, else none)." };
        var command = new Command("serve", "Runs the embedded host.") { port, bind, hub, fileRoot };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var storage = await LocalStorage.StartAsync(terminal, cancellationToken);
            var settings = HostStart.Settings(storage?.ConnectionString);
            if (parsed.GetValue(port) is not null || parsed.GetValue(bind) is not null)
                settings["MEDIAFLOWS_URLS"] = $"http://{parsed.GetValue(bind) ?? "127.0.0.1"}:{parsed.GetValue(port) ?? 7071}";
            if (parsed.GetValue(hub) is { } name) settings["MEDIAFLOWS_HUB"] = name;
            if (parsed.GetValue(fileRoot) is { } root) settings["MEDIAFLOWS_FILE_ROOT"] = Path.GetFullPath(root);
            return await RunAsync(terminal, settings, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, Dictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        MediaFlowsHost host;
        try
        {
            host = await MediaFlowsHost.CreateAsync(new HostOptions { Settings = settings, HandleSignals = false }, cancellationToken);
        }
        catch (FlowException e)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorDocument.Of(e));
        }

        await using (host)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.Stopping);
            ParentWatch.Start(stop.Cancel);
            var root = settings.GetValueOrDefault("MEDIAFLOWS_FILE_ROOT") ?? Environment.GetEnvironmentVariable("MEDIAFLOWS_FILE_ROOT");
            new RunningHost(host.Url.ToString(), host.ApiKeyFile, root, Environment.ProcessId).Write();
            terminal.Say($"MediaFlows is ready at {host.Url} (hub {host.Settings.Hub}). API key file: {host.ApiKeyFile}");
            if (!host.Settings.IsLoopback) terminal.Say("It is reachable from other machines: put TLS in front of it.");
            var stopped = new TaskCompletionSource();
            await using (stop.Token.Register(() => stopped.TrySetResult())) await stopped.Task;
            RunningHost.Remove();
            if (host.HubError is not { } lost) return ExitCodes.Done;
            throw new CliException(ExitCodes.Failed, lost.Code, lost.Message, lost.Hint);
        }
    }
}
