using MediaFlows.Core.Activities;
using MediaFlows.Core.Progress;

namespace MediaFlows.Engine.Activities;

/// <summary>Carries live progress to the status.</summary>
internal sealed class EngineActivityContext(ActivityRun run) : ActivityContext
{
    public override void Report(FlowProgress progress) => run.Report(progress);
}
