using MediaFlows.Core.Flows;
using MediaFlows.Core.Limits.Activities;
using MediaFlows.Core.Progress;

namespace MediaFlows.Core.Limits.Flows;

/// <summary>
/// Admits the submits of one provider, all flows of a hub together: at most so many jobs at a time, at most so many submits a minute, first come, first served.
/// One instance per provider, on whichever machine it runs, so that a limit holds for all machines; its state is its history, so a crash forgets nobody.
/// </summary>
public sealed class LimiterFlow : Flow<LimiterInput, Unit>
{
    /// <summary>What a start uses.</summary>
    public static readonly FlowRef<LimiterInput, Unit> Ref = new("mediaflows.limiter");

    /// <summary>Event that limiters hear; payload <see cref="LimiterNews"/>.</summary>
    public const string NewsEvent = FlowEvents.Prefix + "limiter";

    // Turns per history; then it continues as new.
    private const int TurnsPerRun = 100;

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new() { Name = Ref.Name, Description = "Holds the limits of one provider.", Internal = true };

    /// <summary>Instance id of a provider's limiter.</summary>
    public static string InstanceOf(string provider) => "mediaflows.limiter." + provider;

    /// <summary>Event that tells an instance that <paramref name="step"/> may submit; payload <see cref="LimiterPlace"/>.</summary>
    public static string AdmittedEvent(string step) => FlowEvents.Prefix + "admitted." + step;

    /// <inheritdoc/>
    public override async Task<Unit> RunAsync(FlowContext context, LimiterInput input)
    {
        var state = input.State ?? new LimiterState();
        for (var turns = 0; ; turns++)
        {
            foreach (var place in state.Admit(context.CurrentUtcDateTime)) Tell(context, place);
            Show(context, state);
            if (turns == TurnsPerRun)
            {
                context.ContinueAsNew(input with { State = state });
                return Unit.Value;
            }

            if (state.ShouldLook(context.CurrentUtcDateTime)) await LookAsync(context, state);
            else await HearAsync(context, state);
        }
    }

    private static async Task HearAsync(FlowContext context, LimiterState state)
    {
        LimiterNews? news;
        if (state.NextWake() is { } wake)
        {
            var wait = wake - context.CurrentUtcDateTime;
            news = await context.WaitForExternalEvent<LimiterNews>(NewsEvent, wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        }
        else
        {
            news = await context.WaitForExternalEvent<LimiterNews>(NewsEvent);
        }

        if (news is not null && state.Hear(news)) Tell(context, new LimiterPlace(news.Instance, news.Step));
    }

    // Whoever leaves says so, but a terminated instance runs no more code.
    private static async Task LookAsync(FlowContext context, LimiterState state)
    {
        state.LookedAt = context.CurrentUtcDateTime;
        try
        {
            state.Free(await context.CallActivityAsync(FindEnded.Ref, [.. state.Admitted.Select(p => p.Instance).Distinct(StringComparer.Ordinal)]));
        }
        catch (FlowTaskFailedException)
        {
            // It could not be found out now; the next look comes.
        }
    }

    private static void Tell(FlowContext context, LimiterPlace place) => context.SendEvent(place.Instance, AdmittedEvent(place.Step), place);

    private static void Show(FlowContext context, LimiterState state) => context.SetCustomStatus(new FlowProgress
    {
        Limits = new LimitProgress(state.Limits.Jobs, state.Limits.SubmitsPerMinute, state.Limits.Jobs is null ? null : state.Admitted.Count, state.WaitingCount),
    });
}
