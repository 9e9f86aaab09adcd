using System.Text.Json;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;

namespace MediaFlows.Core.Polling.Flows;

/// <summary>
/// The one poll loop: durable timers, the documented interval as the least, the first poll timed by how long such jobs took before,
/// woken at once by a provider callback, history bounded by continue-as-new. A status call that fails never fails the job.
/// </summary>
public sealed class PollFlow : Flow<PollInput, PollResult>
{
    /// <summary>What flows call.</summary>
    public static readonly FlowRef<PollInput, PollResult> Ref = new("mediaflows.poll");

    /// <summary>Polls per history; then the loop continues as new.</summary>
    internal const int PollsPerRun = 20;

    // A provider repeats its event a few times. Whoever replays it more often neither makes us ask more often than documented nor uses up the wait.
    private const int MostHints = 3;

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new()
    {
        Name = Ref.Name,
        Description = "Waits for a provider job.",
        Internal = true,
    };

    /// <inheritdoc/>
    public override async Task<PollResult> RunAsync(FlowContext context, PollInput input)
    {
        var startedAt = input.StartedAt ?? context.CurrentUtcDateTime;
        var state = input with { StartedAt = startedAt };
        var poll = new ActivityRef<PollRequest, PollAnswer>(input.Activity);
        var once = new ActivityOptions { Retry = FlowRetryPolicy.None };
        for (var polls = 0; ; polls++)
        {
            if (polls == PollsPerRun)
            {
                context.ContinueAsNew(state);
                return new PollResult(TimedOut: false, state.Last, state.Attempt, null);
            }

            var due = state.NextAt ?? context.CurrentUtcDateTime + PollPace.Next(state, context.CurrentUtcDateTime, context.InstanceId);
            context.SetCustomStatus(Show(state, due));
            var pause = due - context.CurrentUtcDateTime;
            var hint = pause > TimeSpan.Zero ? await context.WaitForExternalEvent<CallbackHint>(FlowEvents.Callback, pause) : null;
            if (hint is not null && state.Hints >= MostHints)
            {
                state = state with { NextAt = due };
                continue;
            }

            state = state with { NextAt = null, Hints = state.Hints + (hint is null ? 0 : 1) };
            try
            {
                var request = new PollRequest(state.Target, state.DurationKey, startedAt);
                var answer = await context.CallActivityAsync(poll, request, once);
                state = state with { Attempt = state.Attempt + 1, Misses = 0, Last = answer };
                if (answer.State != PollState.Pending) return new PollResult(TimedOut: false, answer, state.Attempt, null);
            }
            catch (FlowTaskFailedException e) when (e.Error.Retryable)
            {
                // The provider could not be asked. The job goes on there, so the loop goes on here.
                state = state with { Attempt = state.Attempt + 1, Misses = state.Misses + 1 };
            }
            catch (FlowTaskFailedException e)
            {
                return new PollResult(TimedOut: false, state.Last, state.Attempt + 1, e.Error);
            }

            if (PollPace.IsOver(state, context.CurrentUtcDateTime))
                return new PollResult(TimedOut: true, state.Last, state.Attempt, null);
        }
    }

    private static FlowProgress Show(PollInput state, DateTime next) => (state.Progress ?? new FlowProgress()) with
    {
        Attempt = state.Attempt + 1,
        MaxAttempts = state.MaxAttempts,
        ProviderState = state.Last?.ProviderState,
        Percent = state.Last?.Percent,
        NextPollAt = next,
        Message = state.Misses > 0 ? $"The provider could not be asked {state.Misses} times in a row; the job is not affected." : null,
    };
}
