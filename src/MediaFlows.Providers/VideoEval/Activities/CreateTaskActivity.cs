using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Submissions;
using MediaFlows.Providers.VideoEval.Api;

namespace MediaFlows.Providers.VideoEval.Activities;

/// <summary>
/// Creates the evaluation task (<c>POST …/survey/task</c>) once. There is no client token; a creation whose answer was lost is looked for in the
/// task list before anything is sent again (<see cref="CreatedTaskSearch"/>).
/// </summary>
public sealed class CreateTaskActivity(SubmissionServices services, VideoEvalClient client) : ChargedSubmitActivity<CreateTaskRequest>(services)
{
    /// <summary>Where durations of evaluations are learned.</summary>
    public const string Durations = "videoeval.evaluate";

    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<SubmitInput<CreateTaskRequest>, SubmitReceipt> Ref = new("videoeval.create-task");

    private readonly CreatedTaskSearch _search = new(client, services.Ledger, services.Time);

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override string Provider => VideoEvalService.Provider;

    /// <inheritdoc/>
    protected override SubmitRecovery Recovery => SubmitRecovery.LookUp;

    /// <inheritdoc/>
    protected override string DurationKey(CreateTaskRequest request) => Durations;

    /// <inheritdoc/>
    protected override async Task<Submitted> SubmitAsync(
        CreateTaskRequest request, string clientToken, ActivityContext context, CancellationToken cancellationToken)
    {
        var task = await client.CreateTaskAsync(request.Call, CreateTaskBody.Build(request), cancellationToken);
        return Accepted(task.TaskId, task.Status);
    }

    /// <inheritdoc/>
    protected override async Task<Submitted?> LookUpAsync(CreateTaskRequest request, SubmissionRecord record, CancellationToken cancellationToken) =>
        await _search.FindAsync(request, record, cancellationToken) is { } task ? Accepted(task.TaskId, task.Status) : null;

    private static Submitted Accepted(string taskId, string? status) => new(taskId, new JsonObject { ["task_status"] = status });
}
