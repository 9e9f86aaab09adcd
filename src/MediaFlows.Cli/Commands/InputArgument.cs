using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Commands;

/// <summary>JSON given on the command line: inline, <c>@file.json</c>, or <c>-</c> for standard input.</summary>
internal static class InputArgument
{
    public static JsonObject ReadObject(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        var json = text == "-" ? System.Console.In.ReadToEnd() : text.StartsWith('@') ? ReadFile(text[1..]) : text;
        try
        {
            return JsonNode.Parse(json) as JsonObject ?? throw new CliException(ExitCodes.NotStarted, ErrorCodes.BadJson, "The input must be a JSON object.");
        }
        catch (JsonException e)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.BadJson, $"The input is not valid JSON: {e.Message}", "Give a JSON object, @file.json, or - for standard input.");
        }
    }

    public static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.FileNotFound, $"The file '{path}' cannot be read.", "Check the path.");
        }
    }
}
