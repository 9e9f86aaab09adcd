namespace MediaFlows.Core.Limits;

/// <summary>What a limiter knows: small enough to cross continue-as-new. It changes in place, by one turn at a time.</summary>
public sealed class LimiterState
{
    /// <summary>How long the places of ended instances stay taken at most while others wait.</summary>
    public static readonly TimeSpan LookInterval = TimeSpan.FromMinutes(1);

    private readonly HashSet<LimiterPlace> _waiting = [];

    /// <summary>The limits that were told last.</summary>
    public ProviderLimits Limits { get; set; } = ProviderLimits.None;

    /// <summary>Steps that hold a place; empty while the number of jobs is not limited.</summary>
    public HashSet<LimiterPlace> Admitted { get; init; } = [];

    /// <summary>Steps that wait, the longest first. One that left is dropped when its turn comes.</summary>
    public Queue<LimiterPlace> Queue { get; init; } = [];

    /// <summary>UTC time at which the rate allows the next submit after those it allows at once.</summary>
    public DateTime NextSubmit { get; set; } = DateTime.UnixEpoch;

    /// <summary>UTC time of the last look for places of instances that have ended.</summary>
    public DateTime LookedAt { get; set; } = DateTime.UnixEpoch;

    /// <summary>How many wait.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public int WaitingCount => Waiting.Count;

    private bool IsFull => Limits.Jobs is { } most && Admitted.Count >= most;

    // A second's worth of submits may come at once; rates below one a second come one by one.
    private TimeSpan Slack => Limits.SubmitsPerMinute is { } rate ? Spacing * (Math.Max(1, Math.Floor(rate / 60)) - 1) : TimeSpan.Zero;

    private TimeSpan Spacing => Limits.SubmitsPerMinute is { } rate ? TimeSpan.FromMinutes(1 / rate) : TimeSpan.Zero;

    // After a restart the queue is read back and the set is not.
    private HashSet<LimiterPlace> Waiting
    {
        get
        {
            if (_waiting.Count == 0) _waiting.UnionWith(Queue);
            return _waiting;
        }
    }

    /// <summary>Takes note of <paramref name="news"/>. True when the step holds a place already, so that it must be told again.</summary>
    public bool Hear(LimiterNews news)
    {
        var place = new LimiterPlace(news.Instance, news.Step);
        if (news.Left)
        {
            Admitted.Remove(place);
            Leave(place);
            return false;
        }

        Limits = news.Limits ?? Limits;
        if (Limits.Jobs is null) Admitted.Clear();
        if (Admitted.Contains(place)) return true;
        if (Waiting.Add(place)) Queue.Enqueue(place);
        return false;
    }

    /// <summary>Admits whom the limits allow at <paramref name="now"/>, the longest waiting first.</summary>
    public IReadOnlyList<LimiterPlace> Admit(DateTime now)
    {
        var admitted = new List<LimiterPlace>();
        while (WaitingCount > 0 && !IsFull && now >= NextSubmit - Slack)
        {
            var place = Queue.Dequeue();
            Waiting.Remove(place);
            if (Limits.Jobs is not null) Admitted.Add(place);
            if (Limits.SubmitsPerMinute is not null) NextSubmit = (NextSubmit > now ? NextSubmit : now) + Spacing;
            admitted.Add(place);
        }

        return admitted;
    }

    /// <summary>UTC time to go on without news, or null when only news can change anything.</summary>
    public DateTime? NextWake()
    {
        if (WaitingCount == 0) return null;
        return IsFull ? LookedAt + LookInterval : NextSubmit - Slack;
    }

    /// <summary>True when places may be held by instances that have ended, and nobody looked for a while.</summary>
    public bool ShouldLook(DateTime now) => WaitingCount > 0 && IsFull && now >= LookedAt + LookInterval;

    /// <summary>Frees the places of <paramref name="ended"/>.</summary>
    public void Free(IReadOnlyCollection<string> ended) => Admitted.RemoveWhere(p => ended.Contains(p.Instance));

    private void Leave(LimiterPlace place)
    {
        if (!Waiting.Remove(place)) return;
        var rest = Queue.Where(p => p != place).ToList();
        Queue.Clear();
        foreach (var other in rest) Queue.Enqueue(other);
    }
}
