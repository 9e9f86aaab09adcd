using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Images;

/// <summary>Enlarges, enhances or describes a picture. Enlarging makes a template first, which can be used some seconds later.</summary>
public sealed class ImageProcessFlow : TencentTaskFlow<ImageProcessInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<ImageProcessInput, TaskOutput> Ref = new("tencent.image-process");

    // How long the document's script waits before it uses a new template.
    private static readonly TimeSpan TemplateDelay = TimeSpan.FromSeconds(10);

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
        if (!MakesTemplate(input)) return;
        known[TemplatePlaceholder] = await context.CallActivityAsync(CreateImageTemplate.Ref, Template(input));
        await context.CreateTimer(TemplateDelay);
    }

    /// <inheritdoc/>
    internal override void PlanBefore(ImageProcessInput input, PlannedCalls calls)
    {
        if (MakesTemplate(input)) calls.Call(
            Stages.Submit,
            "CreateProcessImageAsyncTemplate",
            Template(input),
            input.Region,
            note: "free of charge; it is used 10 s later");
    }

    /// <inheritdoc/>
    internal override WaitTimes Times(ImageProcessInput input) => new(3, 600);

    private static bool MakesTemplate(ImageProcessInput input) => input is { Operation: "super-resolution", TemplateId: null };

    private static JsonObject Template(ImageProcessInput input) => VodJson.Object(
        ("SubAppId", input.SubAppId),
        ("Name", $"mediaflows {input.Mode} {input.SrType}"),
        ("ProcessImageConfigure", VodJson.Object(
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
            }))));
}
