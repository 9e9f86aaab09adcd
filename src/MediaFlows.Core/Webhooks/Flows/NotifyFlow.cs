using MediaFlows.Core.Flows;
using MediaFlows.Core.Progress;
using MediaFlows.Core.Webhooks.Activities;

namespace MediaFlows.Core.Webhooks.Flows;

/// <summary>
/// The companion of an instance that was started with <c>notify</c>: hears of its start and its ends, and delivers each to the webhook on durable
/// timers. It goes on waiting after an end that can be resumed, and ends itself after a final one, once everything is delivered or given up.
/// </summary>
public sealed class NotifyFlow : Flow<NotifyInput, NotifyState>
{
    /// <summary>What a start uses.</summary>
    public static readonly FlowRef<NotifyInput, NotifyState> Ref = new("mediaflows.notify");

    // Turns per history; then it continues as new.
    private const int RoundsPerRun = 20;

    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLook = TimeSpan.FromHours(24);
    private static readonly ActivityOptions Once = new() { Retry = FlowRetryPolicy.None };

    /// <inheritdoc/>
    public override FlowInfo Info { get; } = new() { Name = Ref.Name, Description = "Tells a webhook how an instance ended.", Internal = true };

    /// <inheritdoc/>
    public override async Task<NotifyState> RunAsync(FlowContext context, NotifyInput input)
    {
        var state = input.State ?? new NotifyState([], context.CurrentUtcDateTime + FirstLook);
        for (var rounds = 0; ; rounds++)
        {
            context.SetCustomStatus(new FlowProgress { Webhooks = [.. state.Deliveries.Select(d => d.Report())] });
            if (state is { Closed: true, Next: null }) return state;
            if (rounds == RoundsPerRun)
            {
                context.ContinueAsNew(input with { State = state });
                return state;
            }

            var wait = Wake(state) - context.CurrentUtcDateTime;
            var heard = wait > TimeSpan.Zero ? await context.WaitForExternalEvent<NotifyEvent>(FlowEvents.Notify, wait) : null;
            state = heard switch
            {
                { State: null } => await AgainAsync(context, input, state, heard),
                not null => await HearAsync(context, input, state, heard),
                _ when state.Next is { } due && due.NextAt <= context.CurrentUtcDateTime => await DeliverAsync(context, input, state, due),
                _ when state.NextLook <= context.CurrentUtcDateTime => await LookAsync(context, input, state),
                _ => state,
            };
        }
    }

    private static DateTime Wake(NotifyState state) => state.Next?.NextAt is { } next && (state.Closed || next < state.NextLook) ? next : state.NextLook;

    private static async Task<NotifyState> HearAsync(FlowContext context, NotifyInput input, NotifyState state, NotifyEvent heard)
    {
        var isEnd = heard.State != NotifyEvents.Started;
        if (isEnd && heard.Resumes <= state.LastEnd) return state;
        if (isEnd) state = state with { LastEnd = heard.Resumes, Closed = NotifyEvents.IsFinal(heard.State!) };
        if (!input.Wants(heard.State!)) return state;
        var id = isEnd ? $"{context.InstanceId}.{heard.Resumes}" : $"{context.InstanceId}.{NotifyEvents.Started}";
        var seen = await ReadAsync(context, input, isEnd ? heard.Resumes : null);
        // An instance that went on meanwhile, or cannot be read, is told of in the event's own words.
        var document = seen is { State: { } now } && (!isEnd || now == heard.State) ? seen.Document : null;
        return state.Add(new WebhookDelivery(id, heard.State!, CloudEvents.Write(context.Serializer, id, input.InstanceId, heard, document)) { NextAt = context.CurrentUtcDateTime });
    }

    private static async Task<NotifyState> DeliverAsync(FlowContext context, NotifyInput input, NotifyState state, WebhookDelivery delivery)
    {
        WebhookAnswer answer;
        try
        {
            answer = await context.CallActivityAsync(
                DeliverWebhook.Ref, new DeliverWebhookInput { Url = input.Url, Secret = input.Secret, Id = delivery.Id, Body = delivery.Body }, Once);
        }
        catch (FlowTaskFailedException e)
        {
            answer = new WebhookAnswer(null, null, e.Error.Message);
        }

        var after = delivery.After(answer, context.CurrentUtcDateTime);
        state = state.Set(after);
        if (after.State != WebhookDeliveryState.Disabled) return state;
        return state with
        {
            Closed = true,
            Deliveries = [.. state.Deliveries.Select(d => d.NextAt is null ? d : d with { State = WebhookDeliveryState.Disabled, NextAt = null })],
        };
    }

    /// <summary>Finds what no event told: an end that the host could not send, an instance that was purged or never came to be.</summary>
    private static async Task<NotifyState> LookAsync(FlowContext context, NotifyInput input, NotifyState state)
    {
        var pause = TimeSpan.FromTicks(Math.Min(LongestLook.Ticks, FirstLook.Ticks << Math.Min(2 * (state.Looks + 1), 20)));
        state = state with { Looks = state.Looks + 1, NextLook = context.CurrentUtcDateTime + pause };
        if (await ReadAsync(context, input, endNumber: null) is not { } seen) return state;
        if (seen.State is null) return state with { Closed = true };
        return seen.Ended ? await HearAsync(context, input, state, new NotifyEvent(seen.State, seen.At, seen.Resumes)) : state;
    }

    /// <summary>
    /// By hand: one delivery, or what was not delivered, is tried from the start of the schedule, even after a 410; where all was delivered, the last event
    /// is told again. Ids and bodies are the old ones.
    /// </summary>
    private static async Task<NotifyState> AgainAsync(FlowContext context, NotifyInput input, NotifyState state, NotifyEvent asked)
    {
        var now = context.CurrentUtcDateTime;
        if (asked.Kept is { } kept && state.Deliveries.Count == 0) state = kept with { NextLook = state.NextLook, Looks = 0 };
        var again = asked.Delivery is { } id
            ? state.Deliveries.Where(d => d.Id == id).ToList()
            : state.Deliveries.Where(d => d.State != WebhookDeliveryState.Delivered).ToList();
        if (again.Count == 0 && asked.Delivery is null && state.Deliveries is [.., var last]) again = [last];
        if (again.Count > 0) return again.Aggregate(state, (s, d) => s.Set(d.Again(now)));
        return state.Deliveries.Count == 0 ? await LookAsync(context, input, state) : state;
    }

    /// <summary>Null when the instance cannot be read now.</summary>
    private static async Task<NotifiedInstance?> ReadAsync(FlowContext context, NotifyInput input, int? endNumber)
    {
        try
        {
            return await context.CallActivityAsync(ReadNotified.Ref, new ReadNotifiedInput(input.InstanceId, endNumber));
        }
        catch (FlowTaskFailedException)
        {
            return null;
        }
    }
}
