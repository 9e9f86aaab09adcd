using System.CommandLine;
using MediaFlows.Api.ErrorPages;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands;

/// <summary><c>mediaflows explain MF1001</c>: an error's page, offline.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var code = new Argument<string?>("code") { Description = "Error code; without it, all codes.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("explain", "Prints what an error code means and what to do.") { code };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(code) is not { } wanted)
            {
                foreach (var each in ErrorCatalog.All) terminal.WriteText($"{each.Code}  {each.Title}");
                return ExitCodes.Done;
            }

            var page = ErrorCatalog.Find(wanted)
                ?? throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, $"There is no error code '{wanted}'.", "mediaflows explain lists them.");
            terminal.WriteText($"{page.Code} {page.Title}\n\n{page.Text}");
            return ExitCodes.Done;
        });
        return command;
    }
}
