using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>Generates videos.</summary>
public sealed class AigcVideoFlow : TencentTaskFlow<AigcVideoInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<AigcVideoInput, TaskOutput> Ref = new("tencent.aigc-video");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Generates videos with the models of Tencent Cloud VOD.",
        Charged = true,
        CostNotice = CostNotices.Generation,
        Stages = Stages.All,
        ExampleInput = """{"model":"Kling","modelVersion":"2.1","prompt":"waves roll onto a beach","outputDuration":5,"subAppId":1500000001}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override async ValueTask<AigcVideoInput> CheckAsync(AigcVideoInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        var (name, version, known) = ModelChecks.Check(input, AigcModels.Video, checks);
        var common = await AigcChecks.CheckAsync(input with { Model = name, ModelVersion = version }, known, checks, cancellationToken);
        return await VideoChecks.CheckAsync(common, known, checks, cancellationToken);
    }

    /// <inheritdoc/>
    protected override VodTaskRequest Request(AigcVideoInput input)
    {
        var output = VodJson.Object(
        [
            .. AigcBodies.Output(input),
            ("Duration", input.OutputDuration),
            ("AudioGeneration", input.OutputAudioGeneration),
            ("EnhanceSwitch", input.OutputEnhanceSwitch),
            ("OffPeak", input.OutputOffPeak),
            ("FrameInterpolate", input.OutputFrameInterpolate),
            ("EnableBGM", input.OutputEnableBgm),
        ]);
        var body = VodJson.Object(
        [
            .. AigcBodies.Common(input, output),
            ("LastFrameFileId", input.LastFrameFileId),
            ("LastFrameUrl", input.LastFrameUrl),
            ("SubjectInfos", input.SubjectInfos is { } subjects ? JsonArray.Create(subjects) : null),
            ("Procedure", input.Procedure),
            ("ExtInfo", ElementOptions.Encode(input.ElementIds, input.ExtInfo)),
        ]);
        return new VodTaskRequest("CreateAigcVideoTask", "AigcVideoTask", body) { DurationKey = $"{Ref.Name}/{input.Model}/{input.OutputDuration}" };
    }

    /// <inheritdoc/>
    internal override WaitTimes Times(AigcVideoInput input) => new(15, 1800);
}
