using System.CommandLine;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli;

/// <summary>Entry point of the <c>mediaflows</c> command.</summary>
public static class Program
{
    /// <summary>Runs one command. Exit codes: 0 done, 1 tried and failed or not finished, 2 not started (usage, input, no host).</summary>
    public static Task<int> Main(string[] args) => RunAsync(args, Terminal.Process);

    internal static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        try
        {
            var parsed = CommandTree.Parse(args, terminal, TimeProvider.System);
            if (parsed.Errors.Count > 0)
                throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, string.Join(" ", parsed.Errors.Select(e => e.Message)), "mediaflows --help shows the commands; each command has --help.");
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error });
        }
        catch (CliException e)
        {
            terminal.WriteJson(e.Document);
            return e.ExitCode;
        }
        catch (QuestionsException e)
        {
            terminal.WriteJson(ErrorDocument.Of(e));
            return ExitCodes.NotStarted;
        }
        catch (FlowException e)
        {
            terminal.WriteJson(ErrorDocument.Of(e));
            return e is InvalidInputException ? ExitCodes.NotStarted : ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or HttpRequestException or System.Text.Json.JsonException)
        {
            terminal.WriteJson(CliException.Describe(ErrorCodes.Internal, Core.Redaction.SignedUrls.RedactAll(e.Message), "This should not happen; please report it with the command that you ran."));
            return ExitCodes.Failed;
        }
    }
}
