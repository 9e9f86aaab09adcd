namespace MediaFlows.Core.Webhooks;

/// <summary>When a delivery is tried: ten times, at once and then after waits from seconds to a day, over some 76 hours.</summary>
public static class WebhookSchedule
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(5),
        TimeSpan.FromHours(10),
        TimeSpan.FromHours(14),
        TimeSpan.FromHours(20),
        Longest,
    ];

    /// <summary>Tries in all, the first included.</summary>
    public static int MaxTries => Waits.Length + 1;

    /// <summary>The wait after failed try number <paramref name="tries"/> (1-based): the schedule's, or the receiver's where that is longer, up to a day.</summary>
    public static TimeSpan WaitAfter(int tries, int? retryAfterSeconds)
    {
        var wait = Waits[tries - 1];
        var asked = TimeSpan.FromSeconds(Math.Clamp(retryAfterSeconds ?? 0, 0, (int)Longest.TotalSeconds));
        return asked > wait ? asked : wait;
    }
}
