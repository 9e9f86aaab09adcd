using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Knowledge;

/// <summary>Imports what media show and say into a knowledge base, for semantic search. The one submit that takes no SessionId.</summary>
public sealed class ImportKnowledgeFlow : TencentTaskFlow<ImportKnowledgeInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<ImportKnowledgeInput, TaskOutput> Ref = new("tencent.import-knowledge");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Imports media into a knowledge base of Tencent Cloud VOD, for semantic search.",
        Charged = true,
        CostNotice = CostNotices.Knowledge,
        Stages = Stages.All,
        ExampleInput = """{"fileId":"528548548798000001","subAppId":1500000001}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override string? FileIdOf(ImportKnowledgeInput input) => input.FileId;

    /// <inheritdoc/>
    protected override async ValueTask<ImportKnowledgeInput> CheckAsync(ImportKnowledgeInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        var fileId = await checks.FileAsync("fileId", input.FileId, input.Source, cancellationToken);
        if (fileId is null && input.Source is null) checks.Ask(null, "fileId", "Which media should be imported? Give its id, a file or a link.");
        checks.RefuseIf(input.MediaStoragePath is not null, "mediaStoragePath", "A knowledge import names the media by its id.");
        checks.RefuseIf(input.SessionId is not null, "sessionId", "A knowledge import takes no session; it is looked up by its media when an answer is lost.");
        checks.RefuseIf(
            input.TasksPriority is not null || input.ExtInfo is not null || input.SessionContext is not null,
            "tasksPriority",
            "A knowledge import takes no priority, context or further options.");
        return input with { FileId = fileId, Source = null, Definition = input.Definition ?? ProcessTemplates.Current.Knowledge[0].Definition };
    }

    /// <inheritdoc/>
    protected override VodTaskRequest Request(ImportKnowledgeInput input) => new(
        "ImportMediaKnowledge",
        "ImportMediaKnowledge",
        VodJson.Object(("FileId", input.FileId), ("Definition", input.Definition), ("KnowledgeBaseIds", VodJson.Array(input.KnowledgeBaseIds))))
    {
        DurationKey = Ref.Name,
        TakesSession = false,
    };

    /// <inheritdoc/>
    internal override WaitTimes Times(ImportKnowledgeInput input) => new(5, 600)
    {
        Slower = [new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)), new(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(15))],
    };
}
