namespace MediaFlows.Core.Webhooks;

/// <summary>One event on its way to a receiver.</summary>
/// <param name="Id">The event's id, the same on every try.</param>
/// <param name="Event">Word of <see cref="NotifyEvents"/>.</param>
/// <param name="Body">What is posted, the same on every try.</param>
public sealed record WebhookDelivery(string Id, string Event, string Body)
{
    private const int TriesShown = 5;

    /// <summary>Where it stands.</summary>
    public WebhookDeliveryState State { get; init; }

    /// <summary>Tries made.</summary>
    public int Tries { get; init; }

    /// <summary>UTC time of the next try; null when there is none.</summary>
    public DateTime? NextAt { get; init; }

    /// <summary>The last tries, oldest first.</summary>
    public IReadOnlyList<WebhookTry> LastTries { get; init; } = [];

    /// <summary>What follows from <paramref name="answer"/>, got at <paramref name="now"/>.</summary>
    public WebhookDelivery After(WebhookAnswer answer, DateTime now)
    {
        var tries = Tries + 1;
        var state = answer.Status switch
        {
            >= 200 and < 300 => WebhookDeliveryState.Delivered,
            410 => WebhookDeliveryState.Disabled,
            _ => tries < WebhookSchedule.MaxTries ? WebhookDeliveryState.Pending : WebhookDeliveryState.GivenUp,
        };
        return this with
        {
            Tries = tries,
            State = state,
            NextAt = state == WebhookDeliveryState.Pending ? now + WebhookSchedule.WaitAfter(tries, answer.RetryAfterSeconds) : null,
            LastTries = [.. LastTries.TakeLast(TriesShown - 1), new WebhookTry(now, answer.Status, answer.Error)],
        };
    }

    /// <summary>From the first try on again.</summary>
    public WebhookDelivery Again(DateTime now) => this with { State = WebhookDeliveryState.Pending, Tries = 0, NextAt = now };

    /// <summary>What is shown of it: all but the body.</summary>
    public WebhookReport Report() => new(Id, Event, State, Tries, NextAt, LastTries);
}
