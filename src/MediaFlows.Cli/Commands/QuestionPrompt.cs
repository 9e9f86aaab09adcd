using System.Text.Json.Nodes;
using Spectre.Console;

namespace MediaFlows.Cli.Commands;

/// <summary>Asks one open choice at the terminal and puts the answer into the input, as the kind of value that the question declares.</summary>
internal static class QuestionPrompt
{
    /// <summary>Asks on standard error, or on <paramref name="console"/>.</summary>
    public static void Ask(JsonObject question, JsonObject input, IAnsiConsole? console = null)
    {
        console ??= AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Error) });
        var text = Markup.Escape(question["text"]!.GetValue<string>());
        var type = question["type"]?.GetValue<string>();
        var options = (question["options"] as JsonArray ?? []).OfType<JsonObject>().ToList();
        input[question["field"]!.GetValue<string>()] = options.Count > 0 ? Choose(console, text, type, options) : type == "array" ? List(console, text) : Type(console, text, type);
    }

    private static JsonNode? Choose(IAnsiConsole console, string text, string? type, List<JsonObject> options)
    {
        var prompt = new SelectionPrompt<JsonObject>().Title(text).UseConverter(o => Markup.Escape(o["label"]!.GetValue<string>())).AddChoices(options);
        var answer = console.Prompt(prompt)["value"]!.GetValue<string>();
        if (type is not null) return QuestionAnswer.Read(type, answer);
        // A host that declares no types means what the value looks like.
        return QuestionAnswer.Read("integer", answer) ?? QuestionAnswer.Read("boolean", answer) ?? JsonValue.Create(answer);
    }

    private static JsonNode? Type(IAnsiConsole console, string text, string? type)
    {
        var prompt = new TextPrompt<string>(text).Validate(answer => QuestionAnswer.Read(type, answer) is null ? ValidationResult.Error(QuestionAnswer.Refuse(type)) : ValidationResult.Success());
        return QuestionAnswer.Read(type, console.Prompt(prompt));
    }

    // One value a line: names of files may hold commas.
    private static JsonArray List(IAnsiConsole console, string text)
    {
        var values = new JsonArray(console.Prompt(new TextPrompt<string>(text)));
        while (console.Prompt(new TextPrompt<string>("Another one? (Enter for none)").AllowEmpty()) is { Length: > 0 } next) values.Add(next);
        return values;
    }
}
