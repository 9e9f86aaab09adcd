using System.ComponentModel;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Flows.Knowledge;

/// <summary>Input of <c>tencent.import-knowledge</c>.</summary>
public sealed record ImportKnowledgeInput : MediaTaskInput
{
    /// <summary>Template; 100 (audio-level summary and speech recognition) when absent.</summary>
    [Description("Template; 100 when absent.")]
    public long? Definition { get; init; }

    /// <summary>Knowledge bases; the default one when absent.</summary>
    [Description("Knowledge bases; the default one when absent.")]
    public IReadOnlyList<string>? KnowledgeBaseIds { get; init; }
}
