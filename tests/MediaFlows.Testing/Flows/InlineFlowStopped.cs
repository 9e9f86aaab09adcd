using MediaFlows.Core.Flows;

namespace MediaFlows.Testing.Flows;

/// <summary>A flow reached a resumable end and the test gave no decision.</summary>
public sealed class InlineFlowStopped(FlowEnd end) : Exception($"{end.Outcome}: {end.Error.Message}")
{
    public FlowEnd End { get; } = end;
}
