using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;
using MediaFlows.Providers.Tencent.ImageTemplates;

namespace MediaFlows.Providers.Tencent.Flows.Images;

/// <summary>Enlarges, enhances or describes a picture. Enlarging needs a template, which is made once for the same settings and can be used some seconds later.</summary>
public sealed class ImageProcessFlow : TencentTaskFlow<ImageProcessInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<ImageProcessInput, TaskOutput> Ref = new("tencent.image-process");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Processes a picture in Tencent Cloud VOD: super-resolution, templates, understanding.",
        Charged = true,
        CostNotice = CostNotices.Image,
        Stages = Stages.All,
        ExampleInput = """{"operation":"understand","fileId":"528548548798000001","subAppId":1500000001}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override string? FileIdOf(ImageProcessInput input) => input.FileId;

    /// <inheritdoc/>
    protected override ValueTask<ImageProcessInput> CheckAsync(ImageProcessInput input, InputChecks checks, CancellationToken cancellationToken) =>
        ImageChecks.CheckAsync(input, checks, cancellationToken);

    /// <inheritdoc/>
    protected override VodTaskRequest Request(ImageProcessInput input)
    {
        var task = input.Operation == "understand"
            ? VodJson.Object(
                ("Definition", ProcessTemplates.Current.Understand),
                ("ExtendedParameter", new JsonObject { ["Prompts"] = new JsonArray(input.Prompt) }))
            : VodJson.Object(("Definition", input.TemplateId is { } id ? id : TemplatePlaceholder));
        var body = VodJson.Object(
            ("FileId", input.FileId),
            ("Url", input.Url),
            ("Base64", input.Base64),
            ("ImageTaskInput", task),
            ("OutputConfig", VodJson.Object(("MediaName", input.OutputName), ("ClassId", input.ClassId), ("ExpireTime", input.ExpireTime))),
            ("ExtInfo", input.Model is null ? input.ExtInfo : VodJson.Embed(new JsonObject { ["ModelName"] = "Google/" + input.Model })));
        return new VodTaskRequest("ProcessImageAsync", "ProcessImageAsync", body) { DurationKey = $"{Ref.Name}/{input.Operation}" };
    }

    /// <inheritdoc/>
    protected override async Task BeforeSubmitAsync(FlowContext context, ImageProcessInput input, Dictionary<string, JsonNode> known)
    {
        if (!NeedsTemplate(input)) return;
        var template = await context.CallActivityAsync(EnsureImageTemplate.Ref, Template(input), EnsureImageTemplate.Options);
        known[TemplatePlaceholder] = template.Definition;
        var wait = template.UsableAt - new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero);
        // The service's clock may be ahead of this one.
        if (wait > TimeSpan.Zero) await context.CreateTimer(wait < EnsureImageTemplate.Delay ? wait : EnsureImageTemplate.Delay);
    }

    /// <inheritdoc/>
    internal override void PlanBefore(ImageProcessInput input, PlannedCalls calls)
    {
        if (!NeedsTemplate(input)) return;
        calls.Call(Stages.Submit, ImageTemplateLookUp.Action, ImageTemplateLookUp.Body(input.SubAppId), input.Region, note: "free of charge; a template with these settings is used again");
        calls.Call(Stages.Submit, EnsureImageTemplate.CreateAction, Template(input), input.Region, note: "free of charge; only if there is none yet, and it is used 10 s later");
    }

    /// <inheritdoc/>
    internal override WaitTimes Times(ImageProcessInput input) => new(3, 600);

    private static bool NeedsTemplate(ImageProcessInput input) => input is { Operation: "super-resolution", TemplateId: null };

    private static JsonObject Template(ImageProcessInput input) => ImageTemplateBody.Create(
        input.SubAppId,
        $"mediaflows {input.Mode} {input.SrType}",
        VodJson.Object(
            ("EncodeConfig", VodJson.Object(("Format", input.OutputFormat), ("Quality", input.OutputQuality))),
            ("EnhanceConfig", new JsonObject
            {
                ["AdvancedSuperResolution"] = VodJson.Object(
                    ("Switch", "ON"),
                    ("Type", input.SrType),
                    ("Mode", input.Mode),
                    ("Percent", input.Mode == "percent" ? input.Percent : null),
                    ("Width", input.Width),
                    ("Height", input.Height),
                    ("LongSide", input.LongSide),
                    ("ShortSide", input.ShortSide)),
            })));
}
