using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Knowledge;

/// <summary>Submits a knowledge import for each of several media; the tasks are not waited for.</summary>
public sealed class ImportKnowledgeBatchFlow : Flow<ImportKnowledgeBatchInput, ImportKnowledgeBatchOutput>
{
    private const int Parallel = 4;

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = "tencent.import-knowledge-batch",
        Description = "Submits a knowledge import for each of several media of Tencent Cloud VOD.",
        Charged = true,
        CostNotice = CostNotices.Knowledge,
        Stages = [Stages.Submit],
        ExampleInput = """{"fileIds":["528548548798000001","528548548798000002"],"subAppId":1500000001}""",
    };

    /// <inheritdoc/>
    public override async ValueTask<ImportKnowledgeBatchInput> PrepareAsync(
        ImportKnowledgeBatchInput input,
        FlowPreparation preparation,
        CancellationToken cancellationToken)
    {
        var checks = new InputChecks(preparation);
        if (input.FileIds is not { Count: > 0 }) checks.Ask(null, "fileIds", "Which media should be imported?");
        foreach (var id in input.FileIds ?? [])
            checks.RefuseIf(FileReference.Read(id).FileId is null, "fileIds", $"'{id}' is no id of a media; a batch takes ids only.");
        checks.ThrowIfAny();
        var checkedInput = input with
        {
            FileIds = [.. input.FileIds!.Distinct(StringComparer.Ordinal)],
            Definition = input.Definition ?? ProcessTemplates.Current.Knowledge[0].Definition,
        };
        return await SubApps.ResolveAsync(preparation, checkedInput, required: true, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(
        ImportKnowledgeBatchInput input,
        FlowPreparation preparation,
        CancellationToken cancellationToken)
    {
        var calls = new PlannedCalls(preparation, input);
        foreach (var id in input.FileIds!)
            calls.Call(
                Stages.Submit,
                "ImportMediaKnowledge",
                VodJson.Object(("FileId", id), ("SubAppId", input.SubAppId), ("Definition", input.Definition), ("KnowledgeBaseIds", VodJson.Array(input.KnowledgeBaseIds))),
                input.Region,
                charged: true);
        return ValueTask.FromResult(calls.Requests);
    }

    /// <inheritdoc/>
    public override async Task<ImportKnowledgeBatchOutput> RunAsync(FlowContext context, ImportKnowledgeBatchInput input) =>
        new(await context.ForEachAsync(input.FileIds!, Parallel, id => context.CallSubFlowAsync(
            ImportKnowledgeFlow.Ref,
            new ImportKnowledgeInput { FileId = id, SubAppId = input.SubAppId, Region = input.Region, Definition = input.Definition, KnowledgeBaseIds = input.KnowledgeBaseIds, Wait = false },
            new SubFlowOptions { InstanceId = $"{context.InstanceId}:{id}" })));
}
