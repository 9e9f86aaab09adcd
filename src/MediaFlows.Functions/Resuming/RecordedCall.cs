using System.Text.Json;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Functions.Resuming;

/// <summary>A call of a flow that was answered. A run's record is the list of these in the order of the answers.</summary>
/// <param name="Kind">What was called.</param>
/// <param name="Name">Activity, flow, event or outcome name.</param>
/// <param name="Key">Tells calls of one name apart: hash of the input, due time, child id.</param>
/// <param name="At">UTC time of the answer; the flow sees it again as the current time.</param>
public sealed record RecordedCall(RecordedCallKind Kind, string Name, string Key, DateTime At)
{
    /// <summary>Position of the call in the run, in code order. Only used to leave out failed tasks when the run is kept.</summary>
    public int Position { get; init; }

    /// <summary>The result, sensitive members encrypted.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>The failure that the flow caught.</summary>
    public FlowError? Error { get; init; }

    /// <summary>How a failed sub-orchestration ended.</summary>
    public FlowOutcome? Outcome { get; init; }
}
