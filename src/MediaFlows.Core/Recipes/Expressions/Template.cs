using System.Text;
using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes.Expressions;

/// <summary>
/// JSON with <c>${path}</c> in its strings. A string that is one expression becomes the value itself, with its type;
/// expressions inside longer text are written into it. <c>$${</c> stands for a plain <c>${</c>.
/// </summary>
public static class Template
{
    /// <summary>Every path that <paramref name="json"/> refers to.</summary>
    /// <exception cref="ExpressionException">An expression cannot be read.</exception>
    public static IEnumerable<ExpressionPath> Paths(JsonNode? json) => json switch
    {
        JsonObject o => o.SelectMany(p => Paths(p.Value)),
        JsonArray a => a.SelectMany(Paths),
        JsonValue v when v.TryGetValue<string>(out var text) => Split(text).Where(p => p.Path is not null).Select(p => p.Path!),
        _ => [],
    };

    /// <summary>A copy of <paramref name="json"/> with every expression replaced by its value in <paramref name="scope"/>; members whose value is null are left out.</summary>
    public static JsonNode? Fill(JsonNode? json, JsonObject scope)
    {
        switch (json)
        {
            case JsonObject o:
                var filled = new JsonObject();
                foreach (var (name, value) in o)
                    if (Fill(value, scope) is { } item) filled[name] = item;
                return filled;
            case JsonArray a:
                return new JsonArray([.. a.Select(i => Fill(i, scope))]);
            case JsonValue v when v.TryGetValue<string>(out var text):
                return FillText(text, scope);
            default:
                return json?.DeepClone();
        }
    }

    private static JsonNode? FillText(string text, JsonObject scope)
    {
        var pieces = Split(text);
        if (pieces is [{ Path: { } only }]) return only.Read(scope)?.DeepClone();
        var result = new StringBuilder();
        foreach (var piece in pieces) result.Append(piece.Path is null ? piece.Text : Text(piece.Path.Read(scope)));
        return JsonValue.Create(result.ToString());
    }

    private static string Text(JsonNode? value) => value is JsonValue v && v.TryGetValue<string>(out var s) ? s : value?.ToJsonString() ?? "";

    private static List<(string Text, ExpressionPath? Path)> Split(string text)
    {
        var pieces = new List<(string, ExpressionPath?)>();
        var plain = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (text.AsSpan(at).StartsWith("$${"))
            {
                plain.Append("${");
                at += 3;
            }
            else if (text.AsSpan(at).StartsWith("${"))
            {
                var end = text.IndexOf('}', at);
                if (end < 0) throw new ExpressionException($"'{text}' opens an expression with ${{ and does not close it.");
                if (plain.Length > 0) pieces.Add((plain.ToString(), null));
                plain.Clear();
                pieces.Add(("", ExpressionPath.Parse(text[(at + 2)..end].Trim())));
                at = end + 1;
            }
            else
            {
                plain.Append(text[at++]);
            }
        }

        if (plain.Length > 0 || pieces.Count == 0) pieces.Add((plain.ToString(), null));
        return pieces;
    }
}
