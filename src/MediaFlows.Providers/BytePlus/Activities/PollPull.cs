using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Asks how a URL pull stands (<c>QueryUploadTaskInfo</c>, 2023-01-01).</summary>
public sealed class PollPull(VodClient client, PollServices services) : PollActivity<PullTarget>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("byteplus.poll-pull");

    private static readonly string[] FailureWords = ["fail", "failed", "error"];

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <summary>
    /// A Vid means success whatever the state says; the known words for failure are failure; every other word, known or not, is pending.
    /// The document names the states in several spellings.
    /// </summary>
    public static PollAnswer Judge(UploadTasks tasks, string jobIds)
    {
        var known = tasks.Data?.MediaInfoList ?? tasks.Data?.VideoInfoList ?? [];
        if (known.FirstOrDefault(t => !string.IsNullOrEmpty(t.Vid)) is { } done)
        {
            return new PollAnswer(PollState.Done)
            {
                ProviderState = done.State,
                Result = new JsonObject { ["vid"] = done.Vid, ["fileName"] = done.SourceInfo?.FileName },
            };
        }

        if (known.FirstOrDefault(t => FailureWords.Contains(t.State ?? "", StringComparer.OrdinalIgnoreCase)) is { } failed)
            return new PollAnswer(PollState.Failed) { ProviderState = failed.State, Error = Failure(jobIds, failed.State!) };
        return new PollAnswer(PollState.Pending) { ProviderState = known.Count > 0 ? known[0].State : null };
    }

    /// <inheritdoc/>
    protected override async Task<PollAnswer> AskAsync(PullTarget target, ActivityContext context, CancellationToken cancellationToken)
    {
        var tasks = await client.CallAsync<UploadTasks>(VodCalls.QueryUploadTaskInfo(target.JobIds), cancellationToken);
        var answer = Judge(tasks, target.JobIds);
        if (answer.State == PollState.Pending && tasks.Data?.NotExistJobIds is [var missing, ..]) throw Unknown(missing);
        return answer;
    }

    private static FlowError Failure(string jobIds, string state) => new(ErrorCodes.JobFailed, $"BytePlus could not fetch the URL (job {jobIds}, state {state}). It gives no reason.")
    {
        Provider = BytePlusNames.Provider,
        ProviderCode = state,
        Hint = "Check that the link can be opened from the internet without signing in and leads to a media file; then retry, which submits it anew.",
    };

    // Not a failed job: nothing says that it never ran, so a retry asks again instead of paying again.
    private static FlowException Unknown(string jobId) => new(new FlowError(ErrorCodes.JobFailed, $"BytePlus does not know the job {jobId}.")
    {
        Provider = BytePlusNames.Provider,
        Hint = "Check that the keys are those of the account that started it. Retry asks again for the same job.",
    });
}
