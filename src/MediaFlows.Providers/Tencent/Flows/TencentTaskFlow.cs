using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Jobs.Flows;
using MediaFlows.Providers.Tencent.Activities;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Api.Tasks;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Flows.Steps;

namespace MediaFlows.Providers.Tencent.Flows;

/// <summary>
/// The shape that every task of the service shares: check, upload what is still local, submit once, wait, report. A derived flow says what
/// it checks, what request it makes and how long it waits.
/// </summary>
/// <typeparam name="TInput">Input record.</typeparam>
public abstract class TencentTaskFlow<TInput> : Flow<TInput, TaskOutput>
    where TInput : TaskInput
{
    private const int LongestSession = 50;
    private const int LongestContext = 1000;

    /// <summary>True where the API's model needs a sub-application.</summary>
    protected abstract bool NeedsSubApp { get; }

    /// <summary>Checks <paramref name="input"/> and returns it with defaults filled in and files noted.</summary>
    protected abstract ValueTask<TInput> CheckAsync(TInput input, InputChecks checks, CancellationToken cancellationToken);

    /// <summary>The request for a checked input; FileIds that are not known yet are placeholders.</summary>
    protected abstract VodTaskRequest Request(TInput input);

    /// <summary>The media that the task works on, or its placeholder, or null.</summary>
    protected virtual string? FileIdOf(TInput input) => null;

    /// <summary>How the task is waited for.</summary>
    internal abstract WaitTimes Times(TInput input);

    /// <inheritdoc/>
    public sealed override async ValueTask<TInput> PrepareAsync(TInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var checks = new InputChecks(preparation);
        CheckTask(input, checks);
        var result = await CheckAsync(input, checks, cancellationToken);
        checks.ThrowIfAny();
        return await SubApps.ResolveAsync(preparation, result with { Uploads = checks.Uploads, Warnings = checks.Warnings }, NeedsSubApp, cancellationToken);
    }

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyList<PlannedRequest>> PlanAsync(TInput input, FlowPreparation preparation, CancellationToken cancellationToken)
    {
        var calls = new PlannedCalls(preparation, input);
        foreach (var pending in input.Uploads ?? []) calls.Pending(input, pending);
        PlanBefore(input, calls);
        calls.Task(input, Complete(input, Request(input)), Times(input), Info.Charged);
        return ValueTask.FromResult(calls.Requests);
    }

    /// <inheritdoc/>
    public sealed override async Task<TaskOutput> RunAsync(FlowContext context, TInput input)
    {
        var known = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        var uploaded = new List<string>();
        for (var i = 0; i < (input.Uploads?.Count ?? 0); i++)
        {
            var done = await PendingSteps.RunAsync(context, input, i);
            known[PendingMedia.Placeholder(i)] = done.FileId;
            uploaded.Add(done.FileId);
        }

        await BeforeSubmitAsync(context, input, known);
        var request = Complete(input, Request(input));
        request = request with { Body = (JsonObject)Substitution.Apply(request.Body, known)! };
        var job = TaskJob.Create(context, input, request, Times(input), Stages.Submit);
        if (RemembersSubmit)
        {
            var submitted = await context.RunJobAsync(job with { Wait = false });
            await AfterSubmitAsync(context, input, submitted.JobId);
        }

        var result = await context.RunJobAsync(job);
        var output = Output(input, request, result.JobId, result.Answer?.Result as JsonObject);
        output = output with
        {
            FileId = FileIdOf(input) is { } id ? known.GetValueOrDefault(id)?.ToString() ?? id : output.FileId,
            UploadedFileIds = uploaded.Count == 0 ? null : uploaded,
            Definition = known.TryGetValue(TemplatePlaceholder, out var definition) ? (long)definition : null,
        };
        await AfterDoneAsync(context, input, output);
        return output;
    }

    /// <summary>Stands in requests for a template that is made in the run.</summary>
    protected const string TemplatePlaceholder = "{Definition of the new template}";

    /// <summary>True when <see cref="AfterSubmitAsync"/> has something to do between the submit and the wait.</summary>
    protected virtual bool RemembersSubmit => false;

    /// <summary>Does what must be done before the submit and adds what it found to <paramref name="known"/>.</summary>
    protected virtual Task BeforeSubmitAsync(FlowContext context, TInput input, Dictionary<string, JsonNode> known) => Task.CompletedTask;

    /// <summary>Called once the task is accepted.</summary>
    protected virtual Task AfterSubmitAsync(FlowContext context, TInput input, string taskId) => Task.CompletedTask;

    /// <summary>Called with the result.</summary>
    protected virtual Task AfterDoneAsync(FlowContext context, TInput input, TaskOutput output) => Task.CompletedTask;

    /// <summary>Adds the calls before the submit to a plan.</summary>
    internal virtual void PlanBefore(TInput input, PlannedCalls calls)
    {
    }

    private static void CheckTask(TInput input, InputChecks checks)
    {
        checks.Length("sessionId", input.SessionId, LongestSession);
        checks.Length("sessionContext", input.SessionContext, LongestContext);
        checks.Range("tasksPriority", input.TasksPriority, -10, 10);
        checks.Range("maxWait", input.MaxWait, 1, 3 * 24 * 3600);
        checks.Range("pollInterval", input.PollInterval, 1, 3600);
    }

    private static VodTaskRequest Complete(TInput input, VodTaskRequest request)
    {
        var common = VodJson.Object(
            ("SubAppId", input.SubAppId),
            ("SessionContext", input.SessionContext),
            ("TasksPriority", input.TasksPriority),
            ("ExtInfo", input.ExtInfo));
        var body = (JsonObject)request.Body.DeepClone();
        foreach (var (name, value) in common)
            if (!body.ContainsKey(name) && (request.TakesSession || name == "SubAppId")) body[name] = value?.DeepClone();
        return request with { Body = body, Region = input.Region, SessionId = input.SessionId };
    }

    private static TaskOutput Output(TInput input, VodTaskRequest request, string taskId, JsonObject? document)
    {
        if (document is null)
            return new TaskOutput { TaskId = taskId, TaskType = request.TaskType, Status = "SUBMITTED", Query = TaskJob.QueryCommand(taskId, request.TaskType), Warnings = input.Warnings };
        return TaskOutputs.From(taskId, TaskDetail.Read(document)) with { Warnings = input.Warnings };
    }
}
