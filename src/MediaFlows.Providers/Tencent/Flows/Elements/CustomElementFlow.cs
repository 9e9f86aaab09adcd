using MediaFlows.Core.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Elements;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows.Elements;

/// <summary>Creates a custom element for video generation and remembers it: at the submit, and with its ElementId when the task is done.</summary>
public sealed class CustomElementFlow : TencentTaskFlow<CustomElementInput>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<CustomElementInput, TaskOutput> Ref = new("tencent.custom-element");

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Creates a custom element (a person or thing that generated videos can show) in Tencent Cloud VOD.",
        Charged = true,
        CostNotice = CostNotices.Generation,
        Stages = [Stages.Submit, Stages.Wait],
        ExampleInput = """{"elementName":"Mia","elementDescription":"A girl in a red coat","referenceType":"video_refer","elementVideoList":"{\"refer_videos\":[{\"video_url\":\"https://example.com/mia.mp4\"}]}","subAppId":1500000001}""",
    };

    /// <inheritdoc/>
    protected override bool NeedsSubApp => true;

    /// <inheritdoc/>
    protected override bool RemembersSubmit => true;

    /// <inheritdoc/>
    protected override ValueTask<CustomElementInput> CheckAsync(CustomElementInput input, InputChecks checks, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ElementChecks.Check(input, checks));

    /// <inheritdoc/>
    protected override VodTaskRequest Request(CustomElementInput input) => new(
        "CreateAigcAdvancedCustomElement",
        "CreateAigcAdvancedCustomElement",
        VodJson.Object(
            ("ElementName", input.ElementName),
            ("ElementDescription", input.ElementDescription),
            ("ReferenceType", input.ReferenceType),
            ("ElementVoiceId", input.ElementVoiceId),
            ("ElementVideoList", input.ElementVideoList),
            ("ElementImageList", input.ElementImageList),
            ("TagList", input.TagList),
            ("DisableModeration", input.DisableModeration)))
    {
        DurationKey = Ref.Name,
    };

    /// <inheritdoc/>
    protected override Task AfterSubmitAsync(FlowContext context, CustomElementInput input, string taskId) => RememberAsync(context, input, taskId, null);

    /// <inheritdoc/>
    protected override Task AfterDoneAsync(FlowContext context, CustomElementInput input, TaskOutput output) =>
        output.ElementIds is [var id, ..] ? RememberAsync(context, input, output.TaskId, id) : Task.CompletedTask;

    /// <inheritdoc/>
    internal override WaitTimes Times(CustomElementInput input) => new(5, 600);

    private static Task RememberAsync(FlowContext context, CustomElementInput input, string taskId, string? elementId) =>
        context.CallActivityAsync(RememberElement.Ref, new ElementRecord
        {
            CreatedAt = new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero),
            TaskId = taskId,
            SubAppId = input.SubAppId,
            ElementName = input.ElementName,
            ElementDescription = input.ElementDescription,
            ReferenceType = input.ReferenceType,
            ElementVoiceId = input.ElementVoiceId,
            ElementVideoList = input.ElementVideoList,
            ElementImageList = input.ElementImageList,
            TagList = input.TagList,
            SessionId = input.SessionId,
            SessionContext = input.SessionContext,
            TasksPriority = input.TasksPriority,
            ElementId = elementId,
        });
}
