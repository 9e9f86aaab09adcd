using System.Text.Json.Nodes;
using System.Text.Json;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Queries;
using MediaFlows.Core.Serialization;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Tasks;
using MediaFlows.Providers.Tencent.Flows;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Queries.Tasks;

/// <summary>Tells how a task stands, judged by its kind (DescribeTaskDetail).</summary>
public class DescribeTaskQuery(QueryServices services, FlowSerializer serializer) : Query<DescribeTaskInput, JsonObject>, IPlannedQuery
{
    /// <inheritdoc/>
    public override string Name => "tencent.describe-task";

    /// <inheritdoc/>
    public override string Description => "Tells how a task of Tencent Cloud VOD stands.";

    /// <summary>Checks the id.</summary>
    protected virtual void Check(string taskId, InputChecks checks)
    {
    }

    /// <inheritdoc/>
    public override async Task<JsonObject> RunAsync(DescribeTaskInput input, CancellationToken cancellationToken)
    {
        var taskId = Checked(input);
        var subAppId = await services.SubApps.ResolveAsync(input.SubAppId, input.AppName, required: false, cancellationToken);
        var response = await services.Client.CallAsync(
            new VodCall("DescribeTaskDetail", VodJson.Object(("TaskId", taskId), ("SubAppId", subAppId))),
            cancellationToken);
        var detail = TaskDetail.Read(response);
        var answer = TaskJudge.Judge(detail);
        var output = (JsonObject)JsonSerializer.SerializeToNode(TaskOutputs.From(taskId, detail), serializer.Plain)!;
        output["State"] = JsonSerializer.SerializeToNode(answer.State, serializer.Plain);
        if (answer.Percent is { } percent) output["Progress"] = percent;
        if (answer.Error is not null) output["Error"] = JsonSerializer.SerializeToNode(answer.Error, serializer.Plain);
        return output;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PlannedRequest> Plan(object input)
    {
        var given = (DescribeTaskInput)input;
        var body = VodJson.Object(("TaskId", Checked(given)), ("SubAppId", services.SubApps.Known(given.SubAppId, given.AppName, required: false)));
        var calls = new PlannedCalls(services.Settings, given);
        calls.Call(VodQuery<DescribeTaskInput>.QueryStep, "DescribeTaskDetail", body, given.Region);
        return calls.Requests;
    }

    private string Checked(DescribeTaskInput input)
    {
        var checks = new InputChecks();
        var taskId = checks.Ask(input.TaskId, "taskId", "Which task?");
        if (taskId is not null) Check(taskId, checks);
        checks.ThrowIfAny();
        return taskId!;
    }
}
