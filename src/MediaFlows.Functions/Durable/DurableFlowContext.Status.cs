using MediaFlows.Core.Progress;

namespace MediaFlows.Functions.Durable;

public sealed partial class DurableFlowContext
{
    private FlowProgress? _progress;

    /// <summary>The progress that the flow published last.</summary>
    public FlowProgress? Progress => _progress;

    // The platform keeps one custom status per turn, so it may be set at every step of the flow.
    private void Publish()
    {
        if (_playing || ContinuesAsNew) return;
        var timer = _calls.All.Where(c => c.Due is not null).MinBy(c => c.Due);
        var waits = _calls.All.LastOrDefault(c => c.IsWork) ?? timer ?? _calls.All.LastOrDefault(c => c.Name != Core.Flows.FlowEvents.Cancel);
        _inner.SetCustomStatus(CustomStatus.Running(Serializer, _progress, waits?.Waits, timer?.Due));
    }
}
