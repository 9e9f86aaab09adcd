using MediaFlows.Core.Errors;

namespace MediaFlows.Host;

/// <summary>Entry point of the embedded host on its own; <c>mediaflows serve</c> is the same with options.</summary>
public static class Program
{
    /// <summary>Runs the host until SIGTERM or Ctrl-C. Exit code 0 after a stop in good order, 1 when the hub was lost, 2 when nothing was started.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (args.Length > 0)
        {
            await Console.Error.WriteLineAsync("The host takes no arguments: set MEDIAFLOWS_URLS, MEDIAFLOWS_HUB, AzureWebJobsStorage and the other settings, or use 'mediaflows serve'.");
            return 2;
        }

        MediaFlowsHost host;
        try
        {
            host = await MediaFlowsHost.CreateAsync(new HostOptions());
        }
        catch (FlowException e)
        {
            await Console.Error.WriteLineAsync($"{e.Error.Code}: {e.Message} {e.Error.Hint}".TrimEnd());
            return 2;
        }

        await using (host)
        {
            Console.WriteLine($"MediaFlows listens on {host.Url} (hub {host.Settings.Hub}).");
            Console.WriteLine($"API key file: {host.ApiKeyFile}");
            if (!host.Settings.IsLoopback) Console.WriteLine("It is reachable from other machines: put TLS in front of it.");
            await host.WaitForShutdownAsync();
            return host.HubError is null ? 0 : 1;
        }
    }
}
