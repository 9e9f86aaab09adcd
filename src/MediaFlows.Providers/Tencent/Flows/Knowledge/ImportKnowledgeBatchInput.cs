using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Knowledge;

/// <summary>Input of <c>tencent.import-knowledge-batch</c>.</summary>
public sealed record ImportKnowledgeBatchInput : TencentInput
{
    /// <summary>Media to import.</summary>
    [Description("Ids of the media to import.")]
    public IReadOnlyList<string>? FileIds { get; init; }

    /// <summary>Template; 100 when absent.</summary>
    [Description("Template; 100 when absent.")]
    public long? Definition { get; init; }

    /// <summary>Knowledge bases; the default one when absent.</summary>
    [Description("Knowledge bases; the default one when absent.")]
    public IReadOnlyList<string>? KnowledgeBaseIds { get; init; }
}
