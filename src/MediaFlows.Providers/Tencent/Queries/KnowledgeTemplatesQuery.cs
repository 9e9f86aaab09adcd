using MediaFlows.Providers.Tencent.Catalogues;

namespace MediaFlows.Providers.Tencent.Queries;

/// <summary>Lists the templates of the knowledge import.</summary>
public sealed class KnowledgeTemplatesQuery : LocalQuery<IReadOnlyList<KnowledgeTemplate>>
{
    /// <inheritdoc/>
    public override string Name => "tencent.import-knowledge-templates";

    /// <inheritdoc/>
    public override string Description => "Lists the templates of the knowledge import of Tencent Cloud VOD.";

    /// <inheritdoc/>
    public override Task<IReadOnlyList<KnowledgeTemplate>> RunAsync(NoInput input, CancellationToken cancellationToken) => Task.FromResult(ProcessTemplates.Current.Knowledge);
}
