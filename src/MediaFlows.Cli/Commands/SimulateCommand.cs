using System.CommandLine;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;
using MediaFlows.Local.Processes;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows simulate [cloud[=port] …]</c>: the provider clouds on this machine.</summary>
internal static class SimulateCommand
{
    public static Command Create(Terminal terminal)
    {
        var clouds = new Argument<string[]>("clouds") { Description = $"Clouds, each with an optional port (byteplus=7081); default all: {string.Join(", ", SimulatorHost.Available)}.", Arity = ArgumentArity.ZeroOrMore };
        var format = new Option<string>("--format") { Description = "How the environment is printed: json, or shell for eval.", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong("json", "shell");
        var command = new Command("simulate", "Runs local stand-ins of the provider clouds; prints the environment that points MediaFlows at them.") { clouds, format };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var wanted = Read(parsed.GetValue(clouds) ?? []);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            ParentWatch.Start(stop.Cancel);
            await using var host = await StartAsync(wanted, cancellationToken);
            if (parsed.GetValue(format) == "shell")
            {
                foreach (var (name, value) in host.Environment) terminal.WriteText($"export {name}='{value}'");
            }
            else
            {
                terminal.WriteJson(new JsonObject(host.Environment.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))));
            }

            terminal.Say("Simulated clouds are running; scripted faults, knobs and the ledger of charges are under /_sim of each. Ctrl-C stops them.");
            await WaitAsync(stop.Token);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<SimulatorHost> StartAsync(Dictionary<string, int> wanted, CancellationToken cancellationToken)
    {
        try
        {
            return await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = wanted }, cancellationToken);
        }
        catch (IOException e)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, $"A port is taken: {e.Message}", "Choose another port, or none for any free one.");
        }
    }

    private static Dictionary<string, int> Read(string[] clouds)
    {
        var wanted = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var cloud in clouds)
        {
            var parts = cloud.Split('=', 2);
            var port = 0;
            if (!SimulatorHost.Available.Contains(parts[0], StringComparer.OrdinalIgnoreCase) || (parts.Length == 2 && (!int.TryParse(parts[1], out port) || port is < 0 or > 65535)))
                throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, $"'{cloud}' is not a cloud or cloud=port.", $"Clouds: {string.Join(", ", SimulatorHost.Available)}.");
            wanted[parts[0]] = port;
        }

        return wanted;
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }
}
