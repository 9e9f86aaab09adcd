using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Limits.Flows;
using MediaFlows.Core.Polling;
using MediaFlows.Core.Polling.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Jobs.Flows;

/// <summary>Submit once, wait, and every way that this can end: the heart of each paid flow, written once.</summary>
public static class ProviderJobs
{
    /// <summary>
    /// Submits <paramref name="job"/> through the ledger and polls it. An unknown submit ends <see cref="FlowOutcome.NeedsAttention"/>, the poll limit
    /// ends <see cref="FlowOutcome.TimedOut"/>, a refused submit or a failed job ends <see cref="FlowOutcome.Failed"/>: resumed, the same job is asked
    /// again or adopted, and a refused submit is made again; only a job that the provider itself failed is submitted anew by a retry, as a new ledger step.
    /// </summary>
    public static async Task<ProviderJobResult> RunJobAsync<TRequest>(this FlowContext context, ProviderJob<TRequest> job)
    {
        for (var generation = 1; ; generation++)
        {
            var step = generation == 1 ? job.Step : $"{job.Step}#{generation}";
            var (receipt, answer) = await RunOnceAsync(context, job, step);
            var jobId = receipt.JobId!;
            if (answer is null) return new ProviderJobResult(jobId, receipt, null);
            if (answer.State == PollState.Done) return new ProviderJobResult(jobId, receipt, answer);

            var error = answer.Error ?? new FlowError(ErrorCodes.JobFailed, $"The provider's job {jobId} failed.");
            if (job.OnFailed is not null) await job.OnFailed();
            await context.EndAsync(new FlowEnd(FlowOutcome.Failed, error) { ProviderJobId = jobId, Step = step });
            if (job.OnRetry is not null) await job.OnRetry();
        }
    }

    private static async Task<(SubmitReceipt Receipt, PollAnswer? Answer)> RunOnceAsync<TRequest>(FlowContext context, ProviderJob<TRequest> job, string step)
    {
        var place = new Place(context, step);
        try
        {
            var receipt = await SubmitAsync(context, job, step, place);
            var answer = job.Wait ? await WaitAsync(context, job, step, receipt, place) : null;
            place.Leave();
            return (receipt, answer);
        }
        catch (FlowException)
        {
            place.Leave();
            throw;
        }
    }

    private static async Task<SubmitReceipt> SubmitAsync<TRequest>(FlowContext context, ProviderJob<TRequest> job, string step, Place place)
    {
        if (job.SubmitProgress is not null) context.SetCustomStatus(job.SubmitProgress);
        ResumeDecision? decision = null;
        while (true)
        {
            SubmitReceipt receipt;
            try
            {
                receipt = await context.CallActivityAsync(
                    job.Submit,
                    new SubmitInput<TRequest>(step, job.Request) { OnAmbiguousSubmit = job.OnAmbiguousSubmit, Decision = decision, Admitted = place.IsHeld },
                    job.SubmitOptions);
            }
            catch (FlowTaskFailedException e) when (!e.Error.Retryable)
            {
                // Refused, and so not paid. Once a person removed the cause (a key, a quota, a permission) and retries, the same ledger step is submitted.
                place.Leave();
                if (job.OnFailed is not null) await job.OnFailed();
                decision = await context.EndAsync(new FlowEnd(FlowOutcome.Failed, e.Error) { Step = step });
                if (job.OnRetry is not null) await job.OnRetry();
                continue;
            }

            if (receipt.JobId is not null) return receipt;
            if (receipt.Limiter is not null)
            {
                await place.WaitAsync(receipt.Limiter, job.SubmitProgress);
                continue;
            }

            place.Leave();
            decision = await context.EndAsync(new FlowEnd(FlowOutcome.NeedsAttention, receipt.Attention!) { Step = step });
        }
    }

    private static async Task<PollAnswer> WaitAsync<TRequest>(FlowContext context, ProviderJob<TRequest> job, string step, SubmitReceipt receipt, Place place)
    {
        var jobId = receipt.JobId!;
        var target = job.Target(jobId);
        for (var round = 1; ; round++)
        {
            var child = $"{context.InstanceId}:{step}.{round}";
            var progress = (job.PollProgress ?? new FlowProgress()) with { ProviderJobId = jobId };
            context.SetCustomStatus(progress with { Child = child });
            PollResult result;
            try
            {
                result = await context.CallSubFlowAsync(
                    PollFlow.Ref,
                    new PollInput
                    {
                        Activity = job.Poll.Name,
                        Target = target,
                        Interval = job.Interval,
                        Slower = job.Slower,
                        MaxAttempts = job.MaxAttempts,
                        DurationKey = job.DurationKey,
                        TypicalSeconds = receipt.TypicalSeconds,
                        Progress = progress,
                    },
                    new SubFlowOptions { InstanceId = child });
            }
            catch (FlowCancelledException)
            {
                if (job.Cancel is not null)
                    await CancelUpstreamAsync(context, job, progress);
                throw;
            }

            // The job may go on at the provider, but nobody waits for it any more, perhaps for days: its place is for others.
            if (result.Error is not null || result.TimedOut) place.Leave();
            if (result.Error is not null)
            {
                await context.EndAsync(new FlowEnd(FlowOutcome.Failed, result.Error) { ProviderJobId = jobId, Step = step });
                continue;
            }

            if (!result.TimedOut) return result.Answer!;
            var error = job.TimedOut?.Invoke(jobId, result.Answer)
                ?? new FlowError(ErrorCodes.PollTimedOut, $"The provider's job {jobId} is still running after {result.Attempts} polls.")
                {
                    Hint = "Resume the flow to go on waiting for the same job.",
                };
            await context.EndAsync(new FlowEnd(FlowOutcome.TimedOut, error) { ProviderJobId = jobId, Step = step });
        }
    }

    private static async Task CancelUpstreamAsync<TRequest>(FlowContext context, ProviderJob<TRequest> job, FlowProgress progress)
    {
        string message;
        try
        {
            var done = await context.CallActivityAsync(job.Cancel!, job.Target(progress.ProviderJobId!), ActivityOptions.CleanUp);
            message = done ? "The provider cancelled the job." : "The provider can no longer cancel the job; it goes on there.";
        }
        catch (FlowTaskFailedException e)
        {
            message = "The provider could not be asked to cancel the job: " + e.Error.Message;
        }

        context.SetCustomStatus(progress with { Message = message });
    }
}
