using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;

namespace MediaFlows.Cli.Console;

/// <summary>The one JSON line of an error that happened in this process.</summary>
internal static class ErrorDocument
{
    public static JsonObject Of(FlowException e)
    {
        var document = CliException.Describe(e.Error.Code, e.Error.Message, e.Error.Hint);
        if (e is InvalidInputException input)
            document["errors"] = new JsonObject(input.Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)new JsonArray([.. f.Value.Select(v => JsonValue.Create(v))]))));
        if (e.Error.Document is { } prescribed) document["document"] = prescribed.DeepClone();
        return document;
    }
}
