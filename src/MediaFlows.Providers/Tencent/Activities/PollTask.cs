using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Tasks;

namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>Asks how a task stands (DescribeTaskDetail).</summary>
public sealed class PollTask(PollServices services, VodClient client) : PollActivity<TaskTarget>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("tencent.poll-task");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override async Task<PollAnswer> AskAsync(TaskTarget target, ActivityContext context, CancellationToken cancellationToken)
    {
        var body = VodJson.Object(("TaskId", target.TaskId), ("SubAppId", target.SubAppId));
        return TaskJudge.Judge(TaskDetail.Read(await client.CallAsync(new VodCall("DescribeTaskDetail", body), cancellationToken)));
    }
}
