using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes.Expressions;

/// <summary>A path such as <c>steps.enhance.VideoUrls[0].Url</c>.</summary>
/// <param name="Parts">The parts in order; the first one is a name.</param>
public sealed record ExpressionPath(IReadOnlyList<PathPart> Parts)
{
    /// <summary>The first name: <c>inputs</c>, <c>steps</c>, <c>item</c>, <c>index</c>, <c>instance</c>.</summary>
    public string Root => Parts[0].Name!;

    /// <summary>The step that the path refers to, or null.</summary>
    public string? Step => Root == "steps" && Parts.Count > 1 ? Parts[1].Name : null;

    /// <summary>Reads a path.</summary>
    /// <exception cref="ExpressionException">It is no path.</exception>
    public static ExpressionPath Parse(string text)
    {
        var parts = new List<PathPart>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '[')
            {
                var end = text.IndexOf(']', at);
                if (end < 0 || parts.Count == 0 || !int.TryParse(text.AsSpan(at + 1, end - at - 1), out var index)) throw Bad(text);
                parts.Add(new PathPart(null, index));
                at = end + 1;
                continue;
            }

            if (parts.Count > 0 && text[at++] != '.') throw Bad(text);
            var start = at;
            while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-')) at++;
            if (at == start) throw Bad(text);
            parts.Add(new PathPart(text[start..at], 0));
        }

        return parts.Count == 0 ? throw Bad(text) : new ExpressionPath(parts);
    }

    /// <summary>The value at the path below <paramref name="scope"/>; null where a member is missing or null on the way.</summary>
    public JsonNode? Read(JsonObject scope)
    {
        JsonNode? at = scope;
        foreach (var part in Parts)
        {
            at = (at, part.Name) switch
            {
                (JsonObject o, { } name) => o[name],
                (JsonArray a, null) => a.ElementAtOrDefault(part.Index < 0 ? a.Count + part.Index : part.Index),
                _ => null,
            };
        }

        return at;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Parts.Select((p, n) => p.Name is null ? $"[{p.Index}]" : n == 0 ? p.Name : "." + p.Name));

    private static ExpressionException Bad(string text) => new($"'{text}' is not a path such as steps.upload.Vid or inputs.urls[0].");
}
