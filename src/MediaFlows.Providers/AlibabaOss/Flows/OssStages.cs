using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Api;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Stages that several flows share.</summary>
internal static class OssStages
{
    public const string Preflight = "PREFLIGHT";
    public const string Process = "PROCESS";
    public const string Poll = "POLL";
    public const string Download = "DOWNLOAD";

    public static Task<PreflightReport> PreflightAsync(FlowContext context, OssPlace place, ImmNeed imm, int stages, string? source = null)
    {
        context.SetCustomStatus(new FlowProgress { Stage = Preflight, StageIndex = 1, StageCount = stages });
        return context.CallActivityAsync(Activities.Preflight.Ref, new PreflightInput(place, imm, source));
    }
}
