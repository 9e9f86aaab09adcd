using System.CommandLine;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;
using MediaFlows.Local;

namespace MediaFlows.Cli.Demo;

/// <summary><c>mediaflows demo</c>: the whole product on a fresh machine, against simulated clouds.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal, TimeProvider time)
    {
        var keep = new Option<bool>("--keep") { Description = "Leave everything running and print the addresses and the API key file." };
        var port = new Option<int>("--port") { Description = "Port of the host (default: a free one)." };
        var command = new Command("demo", "Runs upload, URL pull and enhancement for real against simulated clouds, with a SIGKILL in the middle.") { keep, port };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                await using var stage = await DemoStage.OpenAsync(terminal, time, parsed.GetValue(port), cancellationToken);
                var exit = await new DemoScript(stage, terminal, time).RunAsync(cancellationToken);
                if (parsed.GetValue(keep) && exit == ExitCodes.Done) await stage.StayAsync(cancellationToken);
                return exit;
            }
            catch (LocalToolException e)
            {
                throw new CliException(ExitCodes.NotStarted, ErrorCodes.Internal, e.Message);
            }
            catch (OperationCanceledException)
            {
                terminal.Say("Stopped. Nothing is left running.");
                return ExitCodes.Failed;
            }
        });
        return command;
    }
}
