namespace MediaFlows.Core.Webhooks;

/// <summary>What a companion remembers between turns.</summary>
/// <param name="Deliveries">Oldest first; settled ones are kept as a log.</param>
/// <param name="NextLook">UTC time to look at the instance by itself, in case an event could not be sent.</param>
public sealed record NotifyState(IReadOnlyList<WebhookDelivery> Deliveries, DateTime NextLook)
{
    private const int Kept = 8;

    /// <summary>Looks made so far; each wait is longer than the one before.</summary>
    public int Looks { get; init; }

    /// <summary>Number of the last end that was heard of; -1 before the first.</summary>
    public int LastEnd { get; init; } = -1;

    /// <summary>True once nothing more can come: the end was final, the instance is gone, or the receiver answered 410.</summary>
    public bool Closed { get; init; }

    /// <summary>The delivery that is tried next, or null.</summary>
    public WebhookDelivery? Next => Deliveries.Where(d => d.NextAt is not null).MinBy(d => d.NextAt);

    /// <summary>Adds a delivery; the oldest settled ones give way.</summary>
    public NotifyState Add(WebhookDelivery delivery)
    {
        var surplus = Math.Max(0, Deliveries.Count + 1 - Kept);
        var dropped = Deliveries.Where(d => d.NextAt is null).Take(surplus).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        return this with { Deliveries = [.. Deliveries.Where(d => !dropped.Contains(d.Id) && d.Id != delivery.Id), delivery] };
    }

    /// <summary>Puts <paramref name="delivery"/> where the one with its id is.</summary>
    public NotifyState Set(WebhookDelivery delivery) => this with { Deliveries = [.. Deliveries.Select(d => d.Id == delivery.Id ? delivery : d)] };
}
