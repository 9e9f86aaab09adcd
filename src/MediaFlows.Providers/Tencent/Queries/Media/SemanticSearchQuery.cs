using System.Text.Json.Nodes;
using MediaFlows.Core.Errors;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Queries.Media;

/// <summary>Finds moments by what they show or say (SearchMediaBySemantics). The media must have been imported first.</summary>
public sealed class SemanticSearchQuery(QueryServices services) : VodQuery<SemanticSearchInput>(services)
{
    private const int LongestTag = 32;

    /// <inheritdoc/>
    public override string Name => "tencent.search-media-by-semantics";

    /// <inheritdoc/>
    public override string Description => "Finds moments in imported media of Tencent Cloud VOD by their meaning.";

    /// <inheritdoc/>
    protected override string Action => "SearchMediaBySemantics";

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    // Here a name that the user gives wins over an id.
    protected override SemanticSearchInput Read(SemanticSearchInput input) => input.AppName is null ? input : input with { SubAppId = null };

    /// <inheritdoc/>
    protected override JsonObject Build(SemanticSearchInput input, InputChecks checks)
    {
        checks.Range("limit", input.Limit, 1, 100);
        checks.RefuseIf(input.Tags?.Count > 16, "tags", "At most 16 values of tags are taken.");
        foreach (var tag in input.Tags ?? []) checks.Length("tags", tag, LongestTag);
        checks.RefuseIf(input.Persons?.Count > 16, "persons", "At most 16 values of persons are taken.");
        return VodJson.Object(
            ("Text", checks.Ask(input.Text, "text", "What are you looking for?")),
            ("KnowledgeBaseId", input.KnowledgeBaseId),
            ("Limit", input.Limit ?? 20),
            ("Categories", VodJson.Array(input.Categories?.Select(c => checks.Word(TencentWords.Category, "categories", c)).OfType<string>())),
            ("Tags", VodJson.Array(input.Tags)),
            ("Persons", VodJson.Array(input.Persons)),
            ("TaskTypes", VodJson.Array(input.TaskTypes?.Select(t => checks.Word(TencentWords.SemanticTask, "taskTypes", t)).OfType<string>())));
    }
}
