using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Recipes.Activities;
using MediaFlows.Core.Recipes.Expressions;

namespace MediaFlows.Core.Recipes.Flows;

/// <summary>One step: its flow once, or once per element of its list.</summary>
internal sealed class RecipeStepRun(FlowContext context, string name, RecipeStep step)
{
    public async Task<JsonNode?> RunAsync(JsonObject scope)
    {
        if (step.ForEach is null) return await RunFlowAsync(scope, $"{context.InstanceId}:{name}");
        if (Template.Fill(JsonValue.Create(step.ForEach), scope) is not JsonArray list)
            throw new FlowException(ErrorCodes.InvalidInput, $"Step {name}: {step.ForEach} gives no list.", "Correct the recipe and start it again.");
        var indexes = Enumerable.Range(0, list.Count).ToList();
        var outputs = await context.ForEachAsync(indexes, step.MaxParallel, async n =>
        {
            var own = (JsonObject)scope.DeepClone();
            own["item"] = list[n]?.DeepClone();
            own["index"] = n;
            return await RunFlowAsync(own, $"{context.InstanceId}:{name}.{n}");
        });
        return new JsonArray(outputs);
    }

    private async Task<JsonNode?> RunFlowAsync(JsonObject scope, string childId)
    {
        var filled = JsonSerializer.SerializeToElement(Template.Fill(step.Input, scope));
        var prepared = await context.CallActivityAsync(PrepareStep.Ref, new PrepareStepInput(step.Flow, filled, step.Defaults));
        var flow = new FlowRef<JsonElement, JsonElement>(step.Flow);
        for (var attempt = 1; ; attempt++)
        {
            var id = attempt == 1 ? childId : $"{childId}~{attempt}";
            ResumeDecision? decision = null;
            while (true)
            {
                try
                {
                    var output = await context.CallSubFlowAsync(flow, prepared.Input, new SubFlowOptions { InstanceId = id, Version = prepared.Version, Resume = decision });
                    return JsonNode.Parse(output.GetRawText());
                }
                catch (FlowTaskFailedException e) when (e.Outcome is FlowOutcome.TimedOut or FlowOutcome.NeedsAttention)
                {
                    // The child can go on: starting it anew could pay again. The recipe ends as the child did, and resumes the child when it is resumed.
                    decision = await context.EndAsync(new FlowEnd(e.Outcome.Value, e.Error) { Step = $"{name} ({id})" });
                }
                catch (FlowTaskFailedException) when (attempt < (step.Retry?.MaxAttempts ?? 1))
                {
                    break;
                }
            }

            await context.CreateTimer(TimeSpan.FromSeconds(step.Retry!.IntervalSeconds * Math.Pow(2, attempt - 1)));
        }
    }
}
