using System.Text.Json;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.Jimeng.Api;

namespace MediaFlows.Providers.Jimeng.Activities;

/// <summary>
/// Asks for a task once (<c>CVSync2AsyncGetResult</c>). <c>done</c> is success only with the code of success and a URL; an error code beside it, or a
/// content verdict, is a failure of the task; a status word of later days is pending.
/// </summary>
public sealed class PollJimengActivity(PollServices services, JimengClient client) : PollActivity<JimengTarget>(services)
{
    /// <summary>What the flow calls.</summary>
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("jimeng.query-video");

    private readonly PollServices _services = services;

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <inheritdoc/>
    protected override async Task<PollAnswer> AskAsync(JimengTarget target, ActivityContext context, CancellationToken cancellationToken)
    {
        var answer = await client.QueryAsync(target, cancellationToken);
        var result = answer.Result();
        if (!answer.IsSuccess) return Failed(result.Status, JimengFailures.Describe(answer, target.TaskId) with { Retryable = false });
        return result.Status switch
        {
            "done" => Done(target, answer, result),
            "not_found" when _services.Time.GetUtcNow().UtcDateTime < target.KnownFrom => Pending(result.Status),
            "not_found" => Failed(result.Status, Gone(target, answer, "not_found", "The service does not know the task: it is older than 12 hours, or was submitted with another mode.")),
            "expired" => Failed(result.Status, Gone(target, answer, "expired", "The task expired before it was made.")),
            _ => Pending(result.Status),
        };
    }

    private PollAnswer Done(JimengTarget target, JimengAnswer answer, JimengResult result)
    {
        if (result.VideoUrl is not null)
            return new PollAnswer(PollState.Done) { ProviderState = result.Status, Result = JsonSerializer.SerializeToNode(result, _services.Serializer.Options) };

        // Thrown and not answered: the task is paid for, so a retry has to ask for it again instead of making another.
        const string message = "The task is done, but the answer has no video URL.";
        throw new FlowException(new FlowError(ErrorCodes.ProviderAnswerUnreadable, message)
        {
            Provider = JimengService.Provider,
            ProviderRequestId = answer.RequestId,
            HttpStatus = (int)answer.Raw.Status,
            Hint = "Retry the flow to ask for the same task again; nothing is submitted by that.",
            Document = JimengDocument.Failure("no_video_url", message, target.TaskId),
        });
    }

    private static PollAnswer Pending(string? status) => new(PollState.Pending) { ProviderState = status };

    private static PollAnswer Failed(string? status, FlowError error) => new(PollState.Failed) { ProviderState = status, Error = error };

    private static FlowError Gone(JimengTarget target, JimengAnswer answer, string word, string message) => new(ErrorCodes.JobFailed, message)
    {
        Provider = JimengService.Provider,
        ProviderCode = word,
        ProviderRequestId = answer.RequestId,
        HttpStatus = (int)answer.Raw.Status,
        Hint = "Retrying the flow submits anew, which is paid again.",
        Document = JimengDocument.Failure(word, message, target.TaskId),
    };
}
