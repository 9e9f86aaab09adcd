using MediaFlows.Core.Batches.Activities;
using MediaFlows.Core.Batches.Manifests;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Batches.Flows;

/// <summary>
/// Runs every item of a manifest as a flow of its own. The manifest is cut into slices; a window of slice flows runs at a time, and the batch
/// continues as new between groups of slices, so memory and history are bounded whatever the manifest's size.
/// </summary>
public sealed class BatchFlow : Flow<BatchInput, BatchOutput>
{
    /// <summary>What other flows call.</summary>
    public static readonly FlowRef<BatchInput, BatchOutput> Ref = new("mediaflows.batch");

    // Slices per history.
    internal const int SlicesPerRun = 40;
    private const int MostPerSlice = 25;

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Runs every item of a manifest.",
        Charged = true,
        CostNotice = "Every item is charged as its own flow is. maxCharges limits the whole batch.",
        ExampleInput = """{"manifest":{"blob":"manifests/clips.jsonl"},"flow":"byteplus.upload-url","maxParallel":20}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<BatchInput> PrepareAsync(BatchInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var errors = new InputErrors();
        if (input.State is not null) errors.Add("state", "state is set by the batch itself.");
        if (input.MaxParallel is < 1 or > 500) errors.Add("maxParallel", "maxParallel is 1 to 500.");
        if (input.MaxCharges is < 0) errors.Add("maxCharges", "maxCharges is 0 or more.");
        if (input.Format is not (null or "jsonl" or "csv")) errors.Add("format", "format is jsonl or csv.");
        errors.ThrowIfAny();
        var info = await preparation.Media.InspectAsync(input.Manifest, cancellationToken);
        var name = info.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? info.Name[..^3] : info.Name;
        return input with { Format = input.Format ?? (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? "csv" : "jsonl") };
    }

    /// <inheritdoc/>
    public override async Task<BatchOutput> RunAsync(FlowContext context, BatchInput input)
    {
        var state = input.State ?? await StageAsync(context, input);
        while (true)
        {
            var group = Enumerable.Range(state.NextSlice, Math.Min(SlicesPerRun, state.Slices - state.NextSlice)).ToList();
            if (group.Count > 0)
            {
                state = await RunGroupAsync(context, input, state, group);
                if (state.NextSlice < state.Slices)
                {
                    context.ContinueAsNew(input with { State = state });
                    return Output(context, state);
                }
            }

            if (state.Failed == 0) return Output(context, state);
            if (await RaisedAsync(context, state) is { } raised)
            {
                context.ContinueAsNew(input with { State = raised });
                return Output(context, state);
            }

            Show(context, state);
            await context.EndAsync(new FlowEnd(FlowOutcome.Failed, new FlowError(ErrorCodes.ItemsFailed, $"{state.Failed} of {state.Items} items did not end well; {state.Done} did.")
            {
                Hint = state.Held == 0
                    ? "The results say why, item by item. Retry runs just the failed items again; their finished steps are kept."
                    : $"The charge limit held {state.Held} of them back: raise it, and they go on. The results say why, item by item; retry runs all that did not end well again.",
            }));
            state = NextPass(context, state, (await context.CallActivityAsync(CountCharges.Ref, context.InstanceId)).Most);
        }
    }

    private static BatchState NextPass(FlowContext context, BatchState state, long? maxCharges) =>
        state with { StartedAt = context.CurrentUtcDateTime, NextSlice = 0, Pass = state.Pass + 1, Done = 0, Failed = 0, Held = 0, HeldOnly = false, MaxCharges = maxCharges };

    /// <summary>A pass over the items that were held back, when a person raised the limit meanwhile; else null.</summary>
    private static async Task<BatchState?> RaisedAsync(FlowContext context, BatchState state)
    {
        if (state is not { Held: > 0, MaxCharges: { } before }) return null;
        var most = (await context.CallActivityAsync(CountCharges.Ref, context.InstanceId)).Most;
        return most is null || most > before ? NextPass(context, state, most) with { HeldOnly = true } : null;
    }

    private static async Task<BatchState> StageAsync(FlowContext context, BatchInput input)
    {
        context.SetCustomStatus(new FlowProgress { Stage = "READ", Message = "Reading the manifest." });
        await context.CallActivityAsync(LimitCharges.Ref, new ChargeLimit(context.InstanceId, input.MaxCharges));
        var format = input.Format == "csv" ? ManifestFormat.Csv : ManifestFormat.JsonLines;
        var staged = await context.CallActivityAsync(StageManifest.Ref, new StageManifestInput(context.InstanceId, input.Manifest, format, input.Flow, Math.Max(1, Math.Min(100, input.MaxParallel * 2))));
        return new BatchState(staged.Items, staged.Slices, context.CurrentUtcDateTime) { MaxCharges = input.MaxCharges };
    }

    private static async Task<BatchState> RunGroupAsync(FlowContext context, BatchInput input, BatchState state, List<int> group)
    {
        var perSlice = Math.Min(input.MaxParallel, MostPerSlice);
        var window = Math.Max(1, input.MaxParallel / perSlice);
        Show(context, state);
        await context.ForEachAsync(group, window, async number =>
        {
            var counts = await context.CallSubFlowAsync(
                BatchSliceFlow.Ref,
                new BatchSliceInput(new SliceRef(context.InstanceId, number, state.Pass), perSlice, input.Defaults) { HeldOnly = state.HeldOnly },
                new SubFlowOptions { InstanceId = SliceId(context, number) });
            state = state with { Done = state.Done + counts.Done, Failed = state.Failed + counts.Failed, Held = state.Held + counts.Held };
            Show(context, state);
            return counts;
        });
        var charged = await context.CallActivityAsync(CountCharges.Ref, context.InstanceId);
        state = state with { NextSlice = state.NextSlice + group.Count, Charged = charged.Count };
        Show(context, state);
        return state;
    }

    // The same in every pass: an item that goes on reports to the parent it was started by.
    private static string SliceId(FlowContext context, int number) => $"{context.InstanceId}:s{number}";

    private static void Show(FlowContext context, BatchState state)
    {
        var ended = state.Done + state.Failed;
        var elapsed = context.CurrentUtcDateTime - state.StartedAt;
        var left = ended > 0 && ended < state.Items ? TimeSpan.FromSeconds(Math.Ceiling(elapsed.TotalSeconds / ended * (state.Items - ended))) : (TimeSpan?)null;
        context.SetCustomStatus(new FlowProgress
        {
            Stage = "RUN",
            Attempt = state.Pass,
            Percent = state.Items == 0 ? 100 : Math.Round(100.0 * ended / state.Items, 1),
            Items = new ItemCounts(state.Items, state.Done, state.Failed, state.Items - ended, state.Charged),
            SecondsLeft = (long?)left?.TotalSeconds,
            Message = left is { } time ? $"About {(time.Days > 0 ? $"{time.Days} d " : "")}{time:hh\\:mm\\:ss} left." : null,
        });
    }

    private static BatchOutput Output(FlowContext context, BatchState state) =>
        new(state.Items, state.Done, state.Charged, $"/api/batches/{context.InstanceId}/results");
}
