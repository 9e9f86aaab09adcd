using MediaFlows.Core.Recipes.Expressions;

namespace MediaFlows.Core.Recipes;

/// <summary>Which step waits for which: what <c>needs</c> says and what the expressions refer to.</summary>
public sealed class RecipeGraph
{
    private readonly Dictionary<string, HashSet<string>> _needs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _spares = new(StringComparer.Ordinal);

    /// <summary>Reads the dependencies of <paramref name="recipe"/>.</summary>
    /// <exception cref="ExpressionException">An expression cannot be read.</exception>
    public RecipeGraph(Recipe recipe)
    {
        foreach (var (name, step) in recipe.Steps)
            _needs[name] = [.. step.Needs, .. PathsOf(step).Select(p => p.Step).OfType<string>()];
        foreach (var (name, step) in recipe.Steps)
            if (step.OnFailure is not ("stop" or "continue")) _spares[name] = step.OnFailure;
        Fallbacks = _spares.Values.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Steps that only run in place of a failed one.</summary>
    public IReadOnlySet<string> Fallbacks { get; }

    /// <summary>Steps that <paramref name="step"/> waits for.</summary>
    public IReadOnlySet<string> NeedsOf(string step) => _needs[step];

    /// <summary>A cycle of steps that would wait for each other, as the names on it, or null; steps that run in place of others count.</summary>
    public IReadOnlyList<string>? FindCycle()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in _needs.Keys)
            if (Visit(start, []) is { } cycle) return cycle;
        return null;

        List<string>? Visit(string step, List<string> path)
        {
            if (path.IndexOf(step) is >= 0 and var at) return [.. path[at..], step];
            if (done.Contains(step) || !_needs.TryGetValue(step, out var needs)) return null;
            path.Add(step);
            // A step that failed waits for the one that runs in its place.
            var waits = _spares.TryGetValue(step, out var spare) ? needs.Append(spare) : needs;
            foreach (var next in waits.Order(StringComparer.Ordinal))
                if (Visit(next, path) is { } cycle) return cycle;
            path.RemoveAt(path.Count - 1);
            done.Add(step);
            return null;
        }
    }

    /// <summary>Every path that a step's input, condition and list refer to.</summary>
    public static IEnumerable<ExpressionPath> PathsOf(RecipeStep step) =>
        Template.Paths(step.Input)
            .Concat(step.When is null ? [] : Condition.Parse(step.When).Paths)
            .Concat(step.ForEach is null ? [] : Template.Paths(System.Text.Json.Nodes.JsonValue.Create(step.ForEach)));
}
