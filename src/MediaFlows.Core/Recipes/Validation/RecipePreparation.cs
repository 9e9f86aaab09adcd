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

    /// <summary>Uses the catalog.</summary>
    public RecipePreparation(FlowCatalog catalog, FlowSerializer serializer, RecipeValidator validator)
    {
        _catalog = catalog;
        _serializer = serializer;
        _validator = validator;
    }

    /// <summary>Returns the run with input defaults filled in.</summary>
    /// <exception cref="InvalidInputException">A rule is broken.</exception>
    /// <exception cref="QuestionsException">An input, or a choice of a step, is missing.</exception>
    public async Task<RecipeRun> PrepareAsync(RecipeRun run, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        _validator.Check(run.Recipe);
        var inputs = ReadInputs(run, out var questions);
        var errors = new InputErrors();
        foreach (var (name, step) in run.Recipe.Steps.OrderBy(s => s.Key, StringComparer.Ordinal))
            await CheckFixedValuesAsync(name, step, preparation, errors, questions, cancellationToken);
        errors.ThrowIfAny();
        if (questions.Count > 0) throw new QuestionsException(questions);
        return run with { Inputs = inputs };
    }

    private static JsonObject ReadInputs(RecipeRun run, out List<Question> questions)
    {
        var errors = new InputErrors();
        questions = [];
        var inputs = new JsonObject();
        foreach (var name in run.Inputs.Select(i => i.Key).Where(n => !run.Recipe.Inputs.ContainsKey(n)))
            errors.Add($"inputs.{name}", $"The recipe has no input '{name}'. It has: {string.Join(", ", run.Recipe.Inputs.Keys)}.");
        foreach (var (name, input) in run.Recipe.Inputs)
        {
            var value = run.Inputs[name] ?? input.Default;
            if (value is null)
            {
                questions.Add(new Question($"inputs.{name}", input.Description ?? $"What is the {name}?", [.. (input.Values ?? []).Select(v => new QuestionOption(v, v))]));
                continue;
            }

            if (RecipeTypes.Kind(value) != RecipeTypes.Kind(input.Type)) errors.Add($"inputs.{name}", $"'{name}' takes a {input.Type}.");
            else if (input.Values is { Count: > 0 } && !input.Values.Contains(value.ToString(), StringComparer.Ordinal)) errors.Add($"inputs.{name}", $"'{name}' takes one of: {string.Join(", ", input.Values)}.");
            inputs[name] = value.DeepClone();
        }

        errors.ThrowIfAny();
        return inputs;
    }

    // The flow's own preparation sees the fixed values beside stand-ins for what is not known yet, so that a missing choice is asked for
    // before the first step is paid. Findings about stand-ins mean nothing and are dropped: the step is prepared again when it runs.
    private async Task CheckFixedValuesAsync(
        string name, RecipeStep step, FlowPreparation preparation, InputErrors errors, List<Question> questions, CancellationToken cancellationToken)
    {
        var flow = _catalog.RequireFlow(step.Flow);
        var example = flow.Info.ExampleInput is { } text ? (JsonObject)JsonNode.Parse(text)! : [];
        var open = step.Input.Where(p => Template.Paths(p.Value).Any()).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        var probe = new JsonObject();
        foreach (var (member, value) in step.Input)
            if (!open.Contains(member)) probe[member] = value?.DeepClone();
            else if (example[member] is { } standIn) probe[member] = standIn.DeepClone();
            else return; // No stand-in for a value that only the run gives: nothing can be said before it.
        try
        {
            var input = _serializer.ReadInput(JsonSerializer.SerializeToElement(probe), flow.InputType);
            await flow.PrepareAsync(input, new FlowPreparation(preparation.Settings, preparation.Media, step.Defaults || preparation.UseDefaults, preparation.Services), cancellationToken);
        }
        catch (QuestionsException e)
        {
            questions.AddRange(e.Questions.Where(q => !open.Contains(q.Field)).Select(q => q with { Field = $"recipe.steps.{name}.input.{q.Field}" }));
        }
        catch (InvalidInputException e)
        {
            foreach (var (field, findings) in e.Fields)
            {
                if (open.Contains(field.Split('.', '[')[0])) continue;
                foreach (var finding in findings) errors.Add($"recipe.steps.{name}.input.{field}", finding);
            }
        }
        catch (FlowException)
        {
            // A stand-in file or URL that does not exist.
        }
    }
}
