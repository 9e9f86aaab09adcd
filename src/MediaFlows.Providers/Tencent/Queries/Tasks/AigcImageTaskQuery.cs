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
        // The whole segment: scene tasks hold the same letters.
        if (taskId.Contains("-AigcVideoTask-", StringComparison.Ordinal)) checks.Refuse(
            "taskId",
            "This is the id of a video generation; ask for it with describe-task.");
        else checks.RefuseIf(
            taskId.Contains('-', StringComparison.Ordinal) && !taskId.Contains("-AigcImageTask-", StringComparison.Ordinal),
            "taskId",
            "This is no id of an image generation; ask for it with describe-task.");
    }
}
