using System.CommandLine;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MediaFlows.Cli.Commands;

/// <summary>Tables for people, JSON for programs.</summary>
internal static class TableOutput
{
    /// <summary><c>--output json|table</c>; a table only when standard output is a terminal.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--output", "-o")
        {
            Description = "json or table (default: table on a terminal, else json).",
            DefaultValueFactory = _ => System.Console.IsOutputRedirected ? "json" : "table",
        };
        option.AcceptOnlyFromAmong("json", "table");
        return option;
    }

    public static string Render(IRenderable table)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = System.Console.IsOutputRedirected ? 160 : Math.Max(80, System.Console.WindowWidth);
        console.Write(table);
        return writer.ToString().TrimEnd();
    }
}
