using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Recipes.Expressions;
using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Recipes.Validation;

/// <summary>Checks a start of a recipe: the document, the input values, and each step's fixed values by its flow's own rules.</summary>
public sealed class RecipePreparation
{
    private readonly FlowCatalog _catalog;
    private readonly FlowSerializer _serializer;
    private readonly RecipeValidator _validator;
    private readonly RecipeStore _store;
    private readonly RecipeTypes _types;

    /// <summary>Uses the catalog; saved recipes come from <paramref name="store"/>.</summary>
    public RecipePreparation(FlowCatalog catalog, FlowSerializer serializer, RecipeValidator validator, RecipeStore store)
    {
        _catalog = catalog;
        _serializer = serializer;
        _validator = validator;
        _store = store;
        _types = new RecipeTypes(serializer.Strict);
    }

    /// <summary>Returns the run with input defaults filled in.</summary>
    /// <exception cref="InvalidInputException">A rule is broken.</exception>
    /// <exception cref="QuestionsException">An input, or a choice of a step, is missing.</exception>
    public Task<RecipeRun> PrepareAsync(RecipeRun run, FlowPreparation preparation, CancellationToken cancellationToken) =>
        PrepareAsync(run, preparation, new RecipeNesting(), cancellationToken);

    private async Task<RecipeRun> PrepareAsync(RecipeRun run, FlowPreparation preparation, RecipeNesting nesting, CancellationToken cancellationToken)
    {
        var recipe = await FindAsync(run, cancellationToken);
        nesting = nesting.Enter(recipe.Name);
        _validator.Check(recipe);
        var inputs = ReadInputs(recipe, run.Inputs, out var questions);
        var errors = new InputErrors();
        foreach (var (name, step) in recipe.Steps.OrderBy(s => s.Key, StringComparer.Ordinal))
            await CheckKnownValuesAsync(name, step, inputs, preparation, nesting, errors, questions, cancellationToken);
        errors.ThrowIfAny();
        if (questions.Count > 0) throw new QuestionsException(questions);
        return new RecipeRun { Recipe = recipe, Inputs = inputs };
    }

    private async Task<Recipe> FindAsync(RecipeRun run, CancellationToken cancellationToken)
    {
        if (run.Recipe is not null == run.Name is not null) throw new InvalidInputException("recipe", "Give the recipe itself, or the name of a saved one.");
        if (run is { Recipe: not null, Version: not null }) throw new InvalidInputException("version", "The version goes with the name of a saved recipe.");
        return run.Recipe ?? await _store.RequireAsync(run.Name!, run.Version, cancellationToken);
    }

    private static JsonObject ReadInputs(Recipe recipe, JsonObject given, out List<Question> questions)
    {
        var errors = new InputErrors();
        questions = [];
        var inputs = new JsonObject();
        foreach (var name in given.Select(i => i.Key).Where(n => !recipe.Inputs.ContainsKey(n)))
            errors.Add($"inputs.{name}", $"The recipe has no input '{name}'. It has: {string.Join(", ", recipe.Inputs.Keys)}.");
        foreach (var (name, input) in recipe.Inputs)
        {
            var value = given[name] ?? input.Default;
            if (value is null)
            {
                questions.Add(new Question($"inputs.{name}", input.Description ?? $"What is the {name}?", [.. (input.Values ?? []).Select(v => new QuestionOption(v, v))]));
                continue;
            }

            if (!RecipeTypes.Is(value, input.Type)) errors.Add($"inputs.{name}", $"'{name}' takes a {input.Type}.");
            else if (input.Values is { Count: > 0 } && !input.Values.Contains(value.ToString(), StringComparer.Ordinal)) errors.Add($"inputs.{name}", $"'{name}' takes one of: {string.Join(", ", input.Values)}.");
            inputs[name] = value.DeepClone();
        }

        errors.ThrowIfAny();
        return inputs;
    }

    // The flow's own preparation sees the values that are known, fixed ones and the recipe's inputs, beside stand-ins for what only the run gives, so that
    // a wrong value or a missing choice is found before the first step is paid. Findings about stand-ins mean nothing: the step is prepared again when it runs.
    private async Task CheckKnownValuesAsync(
        string name, RecipeStep step, JsonObject inputs, FlowPreparation preparation, RecipeNesting nesting, InputErrors errors, List<Question> questions, CancellationToken cancellationToken)
    {
        var flow = _catalog.RequireFlow(step.Flow);
        var example = flow.Info.ExampleInput is { } text ? (JsonObject)JsonNode.Parse(text)! : [];
        var scope = new JsonObject { ["inputs"] = inputs.DeepClone() };
        var open = step.Input.Where(p => Template.Paths(p.Value).Any(path => !IsKnown(path, inputs))).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var probe = new JsonObject();
        var guessed = false;
        foreach (var (member, value) in step.Input)
        {
            if (!open.Contains(member)) probe[member] = Template.Fill(value, scope);
            else if (example[member] is { } standIn) probe[member] = standIn.DeepClone();
            else if (_types.Member(flow.InputType, member) is { IsRequired: true } required) (probe[member], guessed) = (StandIn(required.PropertyType), true);
        }

        try
        {
            var input = _serializer.ReadInput(JsonSerializer.SerializeToElement(probe), flow.InputType);
            var own = new FlowPreparation(preparation.Settings, preparation.Media, step.Defaults || preparation.UseDefaults, preparation.Services);
            if (input is RecipeRun inner) await PrepareAsync(inner, own, nesting, cancellationToken);
            else await flow.PrepareAsync(input, own, cancellationToken);
        }
        catch (QuestionsException e)
        {
            questions.AddRange(e.Questions.Where(q => !open.Contains(q.Field)).Select(q => q with { Field = $"recipe.steps.{name}.input.{q.Field}" }));
        }
        catch (InvalidInputException e)
        {
            foreach (var (field, findings) in e.Fields)
            {
                // A rule over several members may be broken by a guess alone.
                if (open.Contains(field.Split('.', '[')[0]) || (guessed && !step.Input.ContainsKey(field.Split('.', '[')[0]))) continue;
                foreach (var finding in findings) errors.Add($"recipe.steps.{name}.input.{field}", finding);
            }
        }
        catch (FlowException)
        {
            // A stand-in file or URL that does not exist.
        }
    }

    private static bool IsKnown(ExpressionPath path, JsonObject inputs) =>
        path.Root == "inputs" && path.Parts.Count > 1 && path.Parts[1].Name is { } input && inputs.ContainsKey(input);

    private static JsonNode? StandIn(Type type) => RecipeTypes.Kind(type) switch
    {
        ValueKind.Text => JsonValue.Create("unknown"),
        ValueKind.Number => JsonValue.Create(1),
        ValueKind.Boolean => JsonValue.Create(false),
        ValueKind.List => new JsonArray(),
        _ => new JsonObject(),
    };
}
