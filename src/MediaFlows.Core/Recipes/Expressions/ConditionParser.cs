using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes.Expressions;

/// <summary>Recursive descent over: or := and ('||' and)*, and := not ('&amp;&amp;' not)*, not := '!' not | comparison, comparison := value (op value)?.</summary>
internal sealed class ConditionParser(string text, List<ExpressionPath> paths)
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];
    private int _at;

    public Func<JsonObject, JsonNode?> ParseWhole()
    {
        var whole = Or();
        Skip();
        return _at == text.Length ? whole : throw Bad();
    }

    private Func<JsonObject, JsonNode?> Or()
    {
        var left = And();
        while (Take("||"))
        {
            var (a, b) = (left, And());
            left = scope => JsonValue.Create(Condition.IsTrue(a(scope)) || Condition.IsTrue(b(scope)));
        }

        return left;
    }

    private Func<JsonObject, JsonNode?> And()
    {
        var left = Not();
        while (Take("&&"))
        {
            var (a, b) = (left, Not());
            left = scope => JsonValue.Create(Condition.IsTrue(a(scope)) && Condition.IsTrue(b(scope)));
        }

        return left;
    }

    private Func<JsonObject, JsonNode?> Not()
    {
        Skip();
        if (_at < text.Length && text[_at] == '!' && (_at + 1 == text.Length || text[_at + 1] != '='))
        {
            _at++;
            var inner = Not();
            return scope => JsonValue.Create(!Condition.IsTrue(inner(scope)));
        }

        var left = Value();
        var op = Array.Find(Operators, Take);
        if (op is null) return left;
        var right = Value();
        return scope => JsonValue.Create(Compare(left(scope), op, right(scope)));
    }

    private Func<JsonObject, JsonNode?> Value()
    {
        Skip();
        if (Take("("))
        {
            var inner = Or();
            return Take(")") ? inner : throw Bad();
        }

        if (Take("${")) return Path();
        if (_at < text.Length && text[_at] == '\'') return Quoted();
        var start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '.' or '-' or '+')) _at++;
        var word = text[start.._at];
        return word switch
        {
            "true" => _ => JsonValue.Create(true),
            "false" => _ => JsonValue.Create(false),
            "null" => _ => null,
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => _ => JsonValue.Create(number),
            _ => throw Bad(),
        };
    }

    private Func<JsonObject, JsonNode?> Path()
    {
        var end = text.IndexOf('}', _at);
        if (end < 0) throw Bad();
        var path = ExpressionPath.Parse(text[_at..end].Trim());
        _at = end + 1;
        paths.Add(path);
        return path.Read;
    }

    private Func<JsonObject, JsonNode?> Quoted()
    {
        var end = text.IndexOf('\'', _at + 1);
        if (end < 0) throw Bad();
        var quoted = text[(_at + 1)..end];
        _at = end + 1;
        return _ => JsonValue.Create(quoted);
    }

    private bool Take(string token)
    {
        Skip();
        if (!text.AsSpan(_at).StartsWith(token, StringComparison.Ordinal)) return false;
        _at += token.Length;
        return true;
    }

    private void Skip()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at])) _at++;
    }

    private ExpressionException Bad() => new($"The condition cannot be read at character {_at + 1}: {text}");

    private static bool Compare(JsonNode? left, string op, JsonNode? right)
    {
        if (op is "==" or "!=") return Same(left, right) == (op == "==");
        var order = Number(left) is { } a && Number(right) is { } b ? a.CompareTo(b) : string.CompareOrdinal(Text(left), Text(right));
        return op switch { "<" => order < 0, "<=" => order <= 0, ">" => order > 0, _ => order >= 0 };
    }

    private static bool Same(JsonNode? left, JsonNode? right) =>
        Number(left) is { } a && Number(right) is { } b ? a.Equals(b) : JsonNode.DeepEquals(left, right);

    private static double? Number(JsonNode? node) =>
        node is JsonValue v && v.GetValueKind() == System.Text.Json.JsonValueKind.Number ? double.Parse(v.ToJsonString(), CultureInfo.InvariantCulture) : null;

    private static string Text(JsonNode? node) => node is JsonValue v && v.TryGetValue<string>(out var s) ? s : node?.ToJsonString() ?? "";
}
