using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Commands;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Console;

/// <summary>An error for people, where <c>--output text</c> asked for text: what happened, what to do next, where it is explained.</summary>
internal static class ErrorText
{
    /// <summary>Runs a command; its errors are written as text when text was asked for, and left to the caller otherwise.</summary>
    public static async Task<int> GuardAsync(Terminal terminal, FlowRunRequest request, Func<Task<int>> body)
    {
        try
        {
            return await body();
        }
        catch (CliException e) when (request.TextErrors)
        {
            terminal.WriteText(Of(e.Document, request));
            return e.ExitCode;
        }
        catch (FlowException e) when (request.TextErrors)
        {
            terminal.WriteText(Of(ErrorDocument.Of(e), request));
            return e is InvalidInputException or QuestionsException ? ExitCodes.NotStarted : ExitCodes.Failed;
        }
    }

    /// <summary>The text of an error document.</summary>
    public static string Of(JsonObject error, FlowRunRequest request) => request.RenderError?.Invoke(error, request.Language) ?? Common(error);

    private static string Common(JsonObject error)
    {
        // What is wrong with single fields is said there; the sentence only joins it.
        var fields = error["errors"] as JsonObject ?? [];
        var text = new StringBuilder(fields.Count > 0 ? "Failed:" : $"Failed: {error["error"]}");
        foreach (var (field, messages) in fields)
            foreach (var message in messages as JsonArray ?? [])
                text.Append($"\n- {field}: {message}");
        foreach (var question in error["questions"] as JsonArray ?? [])
        {
            text.Append($"\n? {question!["text"]}");
            foreach (var option in question["options"] as JsonArray ?? []) text.Append($"\n  - {option!["label"]} ({option["value"]})");
        }

        if (error["hint"] is { } hint) text.Append($"\nHint: {hint}");
        if (error["code"] is { } code) text.Append($"\nCode: {code} (mediaflows explain {code})");
        return text.ToString();
    }
}
