using System.Text.Json;
using MediaFlows.Core.Batches.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Recipes.Activities;
using MediaFlows.Core.Webhooks;
using MediaFlows.Core.Webhooks.Activities;

namespace MediaFlows.Core.Batches.Flows;

/// <summary>Runs the items of one slice, a few at a time, and writes their results. An item's failure is a result, never the slice's failure.</summary>
public sealed class BatchSliceFlow : Flow<BatchSliceInput, BatchSliceCounts>
{
    /// <summary>What the batch calls.</summary>
    public static readonly FlowRef<BatchSliceInput, BatchSliceCounts> Ref = new("mediaflows.batch-slice");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new() { Name = Ref.Name, Description = "Runs one slice of a batch.", Internal = true };

    /// <inheritdoc/>
    public override async Task<BatchSliceCounts> RunAsync(FlowContext context, BatchSliceInput input)
    {
        var content = await context.CallActivityAsync(ReadSlice.Ref, input.Slice);
        var before = content.Before.ToDictionary(r => r.Index);
        var results = await context.ForEachAsync(content.Items, input.MaxParallel, item => RunItemAsync(context, input, item, before.GetValueOrDefault(item.Index)));
        await context.CallActivityAsync(WriteResults.Ref, new SliceResults(input.Slice, results), ActivityOptions.CleanUp);
        context.ThrowIfCancellationRequested();
        return new BatchSliceCounts(results.Count(r => r.IsDone), results.Count(r => !r.IsDone), results.Count(r => r.IsHeld));
    }

    private static async Task<BatchResult> RunItemAsync(FlowContext context, BatchSliceInput input, BatchItem item, BatchResult? before)
    {
        if (before is { IsDone: true } || (input.HeldOnly && before is { IsHeld: false })) return before;
        if (item.Problem is not null) return Result(item, "failed") with { Error = new FlowError(ErrorCodes.InvalidInput, item.Problem) };
        var id = $"{input.Slice.Batch}:i{item.Index}";
        var started = before?.Id is not null;
        try
        {
            var options = new SubFlowOptions { InstanceId = id };
            var prepared = default(JsonElement);
            if (started)
            {
                options = options with { Resume = new ResumeDecision { Reason = "The failed items of the batch are run again." } };
            }
            else
            {
                var step = await context.CallActivityAsync(PrepareStep.Ref, new PrepareStepInput(item.Flow!, JsonSerializer.SerializeToElement(item.Input), input.Defaults));
                prepared = step.Input;
                if (item.Notify is { } notify)
                    options = options with { NotifyInstanceId = await context.CallActivityAsync(StartCompanion.Ref, new NotifyInput { InstanceId = id, Url = notify.Url, Secret = notify.Secret, Events = notify.Events }) };
                options = options with { Version = step.Version };
                started = true;
            }

            var output = await context.CallSubFlowAsync(new FlowRef<JsonElement, JsonElement>(item.Flow!), prepared, options);
            return Result(item, "completed") with { Id = id, Output = output };
        }
        catch (FlowCancelledException e)
        {
            return Result(item, "cancelled") with { Id = started ? id : null, Error = e.Error };
        }
        catch (FlowTaskFailedException e)
        {
            return Result(item, Word(e.Outcome)) with { Id = started ? id : null, Error = e.Error };
        }
    }

    private static BatchResult Result(BatchItem item, string state) => new(item.Index, state) { Key = item.Key, Flow = item.Flow };

    private static string Word(FlowOutcome? outcome) => outcome switch
    {
        FlowOutcome.TimedOut => "timedOut",
        FlowOutcome.NeedsAttention => "needsAttention",
        FlowOutcome.Cancelled => "cancelled",
        _ => "failed",
    };
}
