using MediaFlows.Core.Errors;
using MediaFlows.Core.Queries;
using MediaFlows.Providers.VideoEval.Api;
using MediaFlows.Providers.VideoEval.Validation;

namespace MediaFlows.Providers.VideoEval.Queries;

/// <summary>Reads one evaluation task (<c>GET …/survey/task/{id}</c>), normalised and filtered to its results per video.</summary>
public sealed class TaskDetailQuery(VideoEvalClient client, ClientRequestIds ids) : Query<TaskDetailInput, Envelope<TaskDetail>>
{
    /// <summary>Name in the catalog.</summary>
    public const string QueryName = "videoeval.detail";

    /// <inheritdoc/>
    public override string Name => QueryName;

    /// <inheritdoc/>
    public override string Description => "Reads a video evaluation task: its status and, once there are any, its results per video.";

    /// <inheritdoc/>
    public override async Task<Envelope<TaskDetail>> RunAsync(TaskDetailInput input, CancellationToken cancellationToken)
    {
        var call = QueryCall.Create(ids, input.ApiKey, input.TimeoutSeconds);
        var errors = new InputErrors();
        AwaitRules.TaskId("task_id", input.TaskId, errors);
        errors.ThrowIfAny(message => ErrorEnvelope.Create(call.RequestId, message, ErrorEnvelope.ValueError, details: null));
        var task = await client.GetTaskAsync(call, input.TaskId.Trim(), cancellationToken);
        var message = TaskStatusWords.IsReportable(task) ? "The evaluation has results." : "The evaluation has no results yet; look again later.";
        return new Envelope<TaskDetail> { Message = message, RequestId = call.RequestId, Data = task };
    }
}
