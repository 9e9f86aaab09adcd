using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Aigc;

/// <summary>Generates pictures.</summary>
public sealed class AigcImageFlow : TencentTaskFlow<AigcImageInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<AigcImageInput, TaskOutput> Ref = new("tencent.aigc-image");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Generates pictures with the models of Tencent Cloud VOD.",
        Charged = true,
        CostNotice = CostNotices.Generation,
        Stages = Stages.All,
        ExampleInput = """{"prompt":"a lighthouse at dawn","model":"Hunyuan","subAppId":1500000001}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override async ValueTask<AigcImageInput> CheckAsync(AigcImageInput input, InputChecks checks, CancellationToken cancellationToken)
    {
        var (name, version, known) = ModelChecks.Check(input, AigcModels.Image, checks);
        checks.Range("outputImageCount", input.OutputImageCount, 1, 9);
        checks.RefuseIf(
            input.OutputFormat is not (null or "jpeg" or "png"),
            "outputFormat",
            $"'{input.OutputFormat}' is not a value of outputFormat. There are: jpeg, png.");
        return await AigcChecks.CheckAsync(input with { Model = name, ModelVersion = version }, known, checks, cancellationToken);
    }

    /// <inheritdoc/>
    protected override VodTaskRequest Request(AigcImageInput input)
    {
        var output = VodJson.Object([.. AigcBodies.Output(input), ("OutputImageCount", input.OutputImageCount), ("OutputFormat", input.OutputFormat)]);
        return new VodTaskRequest(
            "CreateAigcImageTask",
            "AigcImageTask",
            VodJson.Object(AigcBodies.Common(input, output))) { DurationKey = $"{Ref.Name}/{input.Model}" };
    }

    /// <inheritdoc/>
    internal override WaitTimes Times(AigcImageInput input) => new(10, 600);
}
