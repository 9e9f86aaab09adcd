using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Recipes.Expressions;

namespace MediaFlows.Core.Recipes.Flows;

/// <summary>One run of a recipe. Everything here follows from the input and from what the steps returned, in the order they returned it.</summary>
internal sealed class RecipeExecution(FlowContext context, RecipeRun input)
{
    private readonly Recipe _recipe = input.Recipe!;
    private readonly RecipeGraph _graph = new(input.Recipe!);
    private readonly Dictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _ended = new(StringComparer.Ordinal);
    private readonly JsonObject _outputs = [];
    private bool _stopping;

    public async Task RunAllAsync()
    {
        var tasks = _recipe.Steps.Keys.Where(s => !_graph.Fallbacks.Contains(s)).Order(StringComparer.Ordinal).Select(s => Ensure(s)).ToList();
        await context.WhenAllAsync(tasks.ConvertAll(AsUnit));
    }

    public RecipeOutput Result() =>
        new(_recipe.Name, _recipe.Version, _recipe.Output is null ? _outputs.DeepClone() : Template.Fill(_recipe.Output, Scope()), _ended);

    private static async Task<Unit> AsUnit(Task task)
    {
        await task;
        return Unit.Value;
    }

    private Task Ensure(string name) => _running.TryGetValue(name, out var task) ? task : _running[name] = RunStepAsync(name);

    private async Task RunStepAsync(string name)
    {
        var step = _recipe.Steps[name];
        try
        {
            foreach (var need in _graph.NeedsOf(name).Order(StringComparer.Ordinal)) await Ensure(need);
        }
        catch (Exception) when (_stopping)
        {
            return; // The step that failed says why; this one never began.
        }

        if (_stopping) return;
        if (step.When is not null && !Condition.Parse(step.When).Holds(Scope()))
        {
            End(name, "skipped", null);
            return;
        }

        Show(name);
        try
        {
            End(name, "completed", await new RecipeStepRun(context, name, step).RunAsync(Scope()));
        }
        catch (FlowTaskFailedException) when (step.OnFailure == "continue")
        {
            End(name, "failed", null);
        }
        catch (FlowTaskFailedException) when (step.OnFailure != "stop")
        {
            await Ensure(step.OnFailure);
            End(name, "replaced", _outputs[step.OnFailure]?.DeepClone());
        }
        catch (Exception)
        {
            _stopping = true;
            throw;
        }
    }

    private void End(string name, string state, JsonNode? output)
    {
        _ended[name] = state;
        _outputs[name] = output;
        Show(null);
    }

    private void Show(string? starting) => context.SetCustomStatus(new FlowProgress
    {
        Stage = starting,
        StageIndex = _ended.Count,
        StageCount = _recipe.Steps.Count,
        Message = "Ended: " + (_ended.Count == 0 ? "none" : string.Join(", ", _ended.Select(e => $"{e.Key} ({e.Value})"))),
    });

    private JsonObject Scope() => new()
    {
        ["inputs"] = input.Inputs.DeepClone(),
        ["steps"] = _outputs.DeepClone(),
        ["instance"] = new JsonObject { ["id"] = context.InstanceId },
    };
}
