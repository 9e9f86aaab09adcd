using System.Text.Json;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;

namespace MediaFlows.Testing.Flows;

/// <summary>What a run left behind.</summary>
public sealed class InlineRun
{
    /// <summary>Output as the journal would hold it (sensitive members protected); null when the run did not complete.</summary>
    public JsonElement? Output { get; set; }

    /// <summary>The error of an uncaught failure.</summary>
    public FlowError? Error { get; set; }

    /// <summary>Resumable ends in order, decided or not.</summary>
    public List<FlowEnd> Ends { get; } = [];

    /// <summary>Activity calls in order.</summary>
    public List<InlineCall> Calls { get; } = [];

    /// <summary>Published progress in order, sub-flows included.</summary>
    public List<FlowProgress> Progress { get; } = [];
}
