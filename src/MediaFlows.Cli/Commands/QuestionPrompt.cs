using System.Text.Json.Nodes;
using Spectre.Console;

namespace MediaFlows.Cli.Commands;

/// <summary>Asks one open choice at the terminal and puts the answer into the input.</summary>
internal static class QuestionPrompt
{
    public static void Ask(JsonObject question, JsonObject input)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        var text = Markup.Escape(question["text"]!.GetValue<string>());
        var options = (question["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        var field = question["field"]!.GetValue<string>();
        if (options.Count == 0)
        {
            input[field] = console.Prompt(new TextPrompt<string>(text));
            return;
        }

        var prompt = new SelectionPrompt<JsonObject>().Title(text).UseConverter(o => Markup.Escape(o["label"]!.GetValue<string>())).AddChoices(options);
        var answer = console.Prompt(prompt)["value"]!.GetValue<string>();
        input[field] = long.TryParse(answer, out var number) ? number : bool.TryParse(answer, out var choice) ? choice : answer;
    }
}
