using System.Text.Json.Nodes;
using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Asks how an enhancement stands (<c>GetExecution</c>, 2025-07-01).</summary>
public sealed class PollEnhance(VodClient client, PollServices services) : PollActivity<EnhanceTarget>(services)
{
    /// <summary>What flows call.</summary>
    public static readonly ActivityRef<PollRequest, PollAnswer> Ref = new("byteplus.poll-enhance");

    /// <inheritdoc/>
    public override string Name => Ref.Name;

    /// <summary>Judges by the documented words; the empty word and every unknown one are pending.</summary>
    /// <exception cref="FlowException">A successful run without a file: it is paid, so it must not look like a failed job, which a retry
    /// would submit anew.</exception>
    public static PollAnswer Judge(ExecutionResult run, EnhanceTarget target)
    {
        var space = run.Meta?.SpaceName is { Length: > 0 } named ? named : target.Space ?? "";
        switch (run.Status)
        {
            case "Success":
                var file = run.Output?.Task?.Enhance;
                if (file?.DirectUrl is not { } path) throw NoFile(target.RunId);
                return new PollAnswer(PollState.Done)
                {
                    ProviderState = run.Status,
                    Result = new JsonObject { ["space"] = space, ["fileId"] = file.FileId ?? "", ["directUrl"] = path },
                };
            case "Failed" or "Terminated":
                return new PollAnswer(PollState.Failed) { ProviderState = run.Status, Error = Failure(run, target.RunId, space) };
            default:
                return new PollAnswer(PollState.Pending) { ProviderState = run.Status };
        }
    }

    /// <inheritdoc/>
    protected override async Task<PollAnswer> AskAsync(EnhanceTarget target, ActivityContext context, CancellationToken cancellationToken)
    {
        try
        {
            return Judge(await client.CallAsync<ExecutionResult>(VodCalls.GetExecution(target.RunId), cancellationToken), target);
        }
        catch (FlowException e) when (ProAllowlist.Applies(e.Error, target.RepairStyle))
        {
            throw ProAllowlist.Explain(e);
        }
    }

    private static FlowError Failure(ExecutionResult run, string runId, string space)
    {
        var terminated = run.Status == "Terminated";
        var code = run.Code is { Length: > 0 } given ? $" ({given})" : "";
        return new FlowError(ErrorCodes.JobFailed, terminated ? $"The enhancement {runId} was terminated." : $"The enhancement {runId} failed{code}.")
        {
            Provider = BytePlusNames.Provider,
            ProviderCode = run.Code is { Length: > 0 } ? run.Code : run.Status,
            Hint = "Check that the source is a video that plays. Retry submits it anew, as a new paid job.",
            Document = BytePlusDocuments.ExecutionEnded(run.Status!, run.Code ?? "", runId, space),
        };
    }

    private static FlowException NoFile(string runId) => new(new FlowError(ErrorCodes.ProviderAnswerUnreadable, $"The enhancement {runId} succeeded, but BytePlus names no file.")
    {
        Provider = BytePlusNames.Provider,
        Hint = "Look at the run in the console. Retry asks again for the same run.",
    });
}
