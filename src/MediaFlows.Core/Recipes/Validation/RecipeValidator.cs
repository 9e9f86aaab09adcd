using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Recipes.Expressions;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Recipes.Validation;

/// <summary>Checks a recipe whole, before its first step: names, references, cycles, and every member against the catalog.</summary>
public sealed partial class RecipeValidator
{
    private const int MostSteps = 50;
    private readonly FlowCatalog _catalog;
    private readonly RecipeTypes _types;

    /// <summary>Checks against <paramref name="catalog"/>.</summary>
    public RecipeValidator(FlowCatalog catalog, FlowSerializer serializer)
    {
        _catalog = catalog;
        _types = new RecipeTypes(serializer.Strict);
    }

    /// <summary>Everything that is wrong with <paramref name="recipe"/>.</summary>
    /// <exception cref="InvalidInputException">With every finding, by where it is (<c>steps.enhance.input.config</c>).</exception>
    public void Check(Recipe recipe)
    {
        var errors = new InputErrors();
        if (!RecipeName().IsMatch(recipe.Name)) errors.Add("name", "The name takes 1 to 60 lower-case letters, digits and hyphens.");
        if (recipe.Steps.Count is 0 or > MostSteps) errors.Add("steps", $"A recipe has 1 to {MostSteps} steps; this one has {recipe.Steps.Count}.");
        foreach (var (name, input) in recipe.Inputs)
        {
            if (RecipeTypes.Kind(input.Type) == ValueKind.Any) errors.Add($"inputs.{name}.type", $"'{input.Type}' is not a type. Types: string, number, integer, boolean, object, array.");
            else if (input.Default is not null && RecipeTypes.Kind(input.Default) != RecipeTypes.Kind(input.Type)) errors.Add($"inputs.{name}.default", $"The default is not a {input.Type}.");
        }

        foreach (var (name, step) in recipe.Steps) CheckStep(recipe, name, step, errors);
        CheckPaths(recipe, "output", () => Template.Paths(recipe.Output), inLoop: false, errors);
        if (errors.IsEmpty) CheckOrder(new RecipeGraph(recipe), recipe, errors);
        errors.ThrowIfAny();
    }

    private static void CheckOrder(RecipeGraph graph, Recipe recipe, InputErrors errors)
    {
        if (graph.FindCycle() is { } cycle) errors.Add("steps", $"The steps wait for each other: {string.Join(" → ", cycle)}.");
        foreach (var name in recipe.Steps.Keys)
            foreach (var spare in graph.NeedsOf(name).Where(graph.Fallbacks.Contains))
                errors.Add($"steps.{name}", $"It waits for '{spare}', which runs only in place of a step that failed. Refer to that step: its output is then the one of '{spare}'.");
    }

    private void CheckStep(Recipe recipe, string name, RecipeStep step, InputErrors errors)
    {
        var at = $"steps.{name}";
        if (!StepName().IsMatch(name)) errors.Add(at, $"'{name}' is not a step name: letters, digits, - and _, starting with a letter.");
        foreach (var need in step.Needs.Where(n => !recipe.Steps.ContainsKey(n))) errors.Add($"{at}.needs", $"There is no step '{need}'.");
        if (step.MaxParallel is < 1 or > 100) errors.Add($"{at}.maxParallel", "maxParallel is 1 to 100.");
        if (step.Retry is { } retry && (retry.MaxAttempts is < 1 or > 10 || retry.IntervalSeconds is < 0 or > 86400)) errors.Add($"{at}.retry", "retry takes 1 to 10 attempts and 0 to 86400 seconds.");
        if (step.OnFailure is not ("stop" or "continue") && (step.OnFailure == name || !recipe.Steps.ContainsKey(step.OnFailure))) errors.Add($"{at}.onFailure", $"onFailure is stop, continue, or another step; '{step.OnFailure}' is none.");
        CheckPaths(recipe, at, () => RecipeGraph.PathsOf(step), step.ForEach is not null, errors);
        if (step.ForEach is not null) CheckKind(recipe, $"{at}.forEach", JsonValue.Create(step.ForEach), ValueKind.List, errors);
        var flow = _catalog.FindFlow(step.Flow);
        if (flow is null or { Info.Internal: true })
        {
            errors.Add($"{at}.flow", $"There is no flow named '{step.Flow}'.");
            return;
        }

        foreach (var (member, value) in step.Input)
        {
            var field = $"{at}.input.{member}";
            if (_types.Member(flow.InputType, member) is not { } target)
                errors.Add(field, $"{step.Flow} has no field '{member}'. It has: {string.Join(", ", _types.Members(flow.InputType).Select(p => p.Name))}.");
            else CheckValue(recipe, field, value, target.PropertyType, errors);
        }

        foreach (var missing in _types.Members(flow.InputType).Where(p => p.IsRequired && !step.Input.ContainsKey(p.Name)))
            errors.Add($"{at}.input.{missing.Name}", $"{step.Flow} needs the field '{missing.Name}'.");
    }

    /// <summary>Compares a value, down to its nested members, with the type that the flow's input has there.</summary>
    private void CheckValue(Recipe recipe, string field, JsonNode? value, Type wanted, InputErrors errors)
    {
        CheckKind(recipe, field, value, RecipeTypes.Kind(wanted), errors);
        if (value is JsonObject o && _types.Members(wanted).Any())
        {
            foreach (var (member, inner) in o)
            {
                if (_types.Member(wanted, member) is { } target) CheckValue(recipe, $"{field}.{member}", inner, target.PropertyType, errors);
                else errors.Add($"{field}.{member}", $"There is no field '{member}' here. There are: {string.Join(", ", _types.Members(wanted).Select(p => p.Name))}.");
            }
        }
        else if (value is JsonArray a && RecipeTypes.Element(wanted) is { } element)
        {
            for (var i = 0; i < a.Count; i++) CheckValue(recipe, $"{field}[{i}]", a[i], element, errors);
        }
    }

    private void CheckKind(Recipe recipe, string field, JsonNode? value, ValueKind wanted, InputErrors errors)
    {
        if (wanted == ValueKind.Any) return;
        ValueKind given;
        try
        {
            given = value is JsonValue v && v.TryGetValue<string>(out var text) && text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}') && Template.Paths(value).ToList() is [var only] && text.IndexOf('}', StringComparison.Ordinal) == text.Length - 1
                ? KindOf(recipe, only)
                : RecipeTypes.Kind(value);
        }
        catch (ExpressionException)
        {
            return; // Reported by CheckPaths.
        }

        if (given != ValueKind.Any && given != wanted) errors.Add(field, $"It takes {Words(wanted)}, and gets {Words(given)}.");
    }

    private ValueKind KindOf(Recipe recipe, ExpressionPath path)
    {
        if (path.Root == "inputs" && path.Parts.Count == 2 && recipe.Inputs.TryGetValue(path.Parts[1].Name ?? "", out var input)) return RecipeTypes.Kind(input.Type);
        if (path.Root == "index") return ValueKind.Number;
        if (path.Step is { } name && recipe.Steps.TryGetValue(name, out var step) && step.ForEach is null && _catalog.FindFlow(step.Flow) is { } flow)
            return _types.KindAt(flow.OutputType, path.Parts.Skip(2)) ?? ValueKind.Any;
        return ValueKind.Any;
    }

    private void CheckPaths(Recipe recipe, string at, Func<IEnumerable<ExpressionPath>> read, bool inLoop, InputErrors errors)
    {
        try
        {
            foreach (var path in read())
            {
                if (Problem(recipe, path, inLoop) is { } problem) errors.Add(at, problem);
            }
        }
        catch (ExpressionException e)
        {
            errors.Add(at, e.Message);
        }
    }

    private string? Problem(Recipe recipe, ExpressionPath path, bool inLoop)
    {
        var second = path.Parts.Count > 1 ? path.Parts[1].Name : null;
        return path.Root switch
        {
            "inputs" when second is null || !recipe.Inputs.ContainsKey(second) => $"'{path}' names no input of the recipe.",
            "steps" when second is null || !recipe.Steps.ContainsKey(second) => $"'{path}' names no step of the recipe.",
            "steps" when recipe.Steps[second!].ForEach is null && _catalog.FindFlow(recipe.Steps[second!].Flow) is { } flow && _types.KindAt(flow.OutputType, path.Parts.Skip(2)) is null
                => $"'{path}': the output of {flow.Info.Name} has no such member. It has: {string.Join(", ", _types.Members(flow.OutputType).Select(p => p.Name))}.",
            "item" or "index" when !inLoop => $"'{path}' exists in a step with forEach only.",
            "inputs" or "steps" or "item" or "index" or "instance" => null,
            _ => $"'{path}' starts with none of inputs, steps, item, index, instance.",
        };
    }

    private static string Words(ValueKind kind) => kind switch
    {
        ValueKind.Text => "a text",
        ValueKind.Number => "a number",
        ValueKind.Boolean => "true or false",
        ValueKind.Object => "an object",
        _ => "a list",
    };

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RecipeName();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,59}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StepName();
}
