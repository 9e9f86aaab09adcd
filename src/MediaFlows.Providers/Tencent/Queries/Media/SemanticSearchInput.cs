using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Media;

/// <summary>Input of <c>tencent.search-media-by-semantics</c>.</summary>
public sealed record SemanticSearchInput : TencentInput
{
    /// <summary>What is looked for.</summary>
    [Description("What is looked for.")]
    public string? Text { get; init; }

    /// <summary>Knowledge base; the default one when absent.</summary>
    [Description("Knowledge base; the default one when absent.")]
    public string? KnowledgeBaseId { get; init; }

    /// <summary>Number of hits, 1 to 100; 20 when absent.</summary>
    [Description("Number of hits, 1 to 100; 20 when absent.")]
    public int? Limit { get; init; }

    /// <summary>Video, Audio, Image.</summary>
    [Description("Video, Audio or Image.")]
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Tags, at most 16.</summary>
    [Description("Tags, at most 16.")]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>People that a segment must show, all of them; at most 16.</summary>
    [Description("People that a segment must show, all of them; at most 16.")]
    public IReadOnlyList<string>? Persons { get; init; }

    /// <summary>What is searched.</summary>
    [Description("AiAnalysis.DescriptionTask or SmartSubtitle.AsrFullTextTask.")]
    public IReadOnlyList<string>? TaskTypes { get; init; }
}
