using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Flows.Inputs;

namespace MediaFlows.Providers.Tencent.Queries.Tasks;

/// <summary>Tells how an image generation stands; other tasks are asked for by <c>tencent.describe-task</c>.</summary>
public sealed class AigcImageTaskQuery(QueryServices services, FlowSerializer serializer) : DescribeTaskQuery(services, serializer)
{
    /// <inheritdoc/>
    public override string Name => "tencent.aigc-image-query";

    /// <inheritdoc/>
    public override string Description => "Tells how an image generation of Tencent Cloud VOD stands.";

    /// <inheritdoc/>
    protected override void Check(string taskId, InputChecks checks)
    {
        if (Refusal(taskId) is { } wrong) checks.Refuse("taskId", wrong);
    }

    /// <summary>Why an id is none of an image generation, or null. The whole segment counts: scene tasks hold the same letters.</summary>
    public static string? Refusal(string taskId) =>
        taskId.Contains("-AigcVideoTask-", StringComparison.Ordinal) ? "This is the id of a video generation; ask for it with describe-task."
        : taskId.Contains('-', StringComparison.Ordinal) && !taskId.Contains("-AigcImageTask-", StringComparison.Ordinal) ? "This is no id of an image generation; ask for it with describe-task."
        : null;
}
