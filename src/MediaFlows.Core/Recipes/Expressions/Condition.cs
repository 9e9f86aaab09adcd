using System.Text.Json.Nodes;

namespace MediaFlows.Core.Recipes.Expressions;

/// <summary>
/// A condition: paths in <c>${…}</c>, texts in single quotes, numbers, <c>true false null</c>, <c>== != &lt; &lt;= &gt; &gt;=</c>, <c>! &amp;&amp; ||</c> and parentheses.
/// Alone a value holds unless it is null, false, 0, an empty text or an empty list.
/// </summary>
public sealed class Condition
{
    private readonly Func<JsonObject, JsonNode?> _evaluate;

    private Condition(Func<JsonObject, JsonNode?> evaluate, IReadOnlyList<ExpressionPath> paths)
    {
        _evaluate = evaluate;
        Paths = paths;
    }

    /// <summary>Every path that it refers to.</summary>
    public IReadOnlyList<ExpressionPath> Paths { get; }

    /// <summary>Reads a condition.</summary>
    /// <exception cref="ExpressionException">It cannot be read.</exception>
    public static Condition Parse(string text)
    {
        var paths = new List<ExpressionPath>();
        var parser = new ConditionParser(text, paths);
        return new Condition(parser.ParseWhole(), paths);
    }

    /// <summary>True when it holds in <paramref name="scope"/>.</summary>
    public bool Holds(JsonObject scope) => IsTrue(_evaluate(scope));

    internal static bool IsTrue(JsonNode? value) => value switch
    {
        null => false,
        JsonArray a => a.Count > 0,
        JsonValue v when v.TryGetValue<bool>(out var b) => b,
        JsonValue v when v.TryGetValue<string>(out var s) => s.Length > 0,
        JsonValue v when v.TryGetValue<double>(out var n) => n != 0,
        _ => true,
    };
}
