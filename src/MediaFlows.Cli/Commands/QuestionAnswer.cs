using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Providers.MediaFormats;

namespace MediaFlows.Cli.Commands;

/// <summary>Reads what a person typed or chose as the kind of value that the question declares.</summary>
internal static class QuestionAnswer
{
    /// <summary>The value, or null when <paramref name="text"/> is none of <paramref name="type"/> (a JSON Schema word; null from a host that does not say it).</summary>
    public static JsonNode? Read(string? type, string text) => type switch
    {
        "integer" => long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole) : null,
        "number" => decimal.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : null,
        "boolean" => bool.TryParse(text.Trim(), out var choice) ? JsonValue.Create(choice) : null,
        "array" => new JsonArray(text),
        // The objects that questions ask for are files: a path, a link, or blob:name.
        "object" => MediaArgument.ToJson(text.Trim()),
        _ => JsonValue.Create(text),
    };

    /// <summary>What is said about an answer that does not fit.</summary>
    public static string Refuse(string? type) => type switch
    {
        "integer" => "A whole number is needed, such as 10.",
        "number" => "A number is needed, such as 2.5.",
        _ => "true or false is needed.",
    };
}
