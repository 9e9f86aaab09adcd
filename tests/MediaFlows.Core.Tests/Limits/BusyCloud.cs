using MediaFlows.Testing.Time;

namespace MediaFlows.Core.Tests.Limits;

/// <summary>A provider that knows how many of its jobs run at each time. Survives the host.</summary>
internal sealed class BusyCloud(VirtualTime time)
{
    private readonly Dictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);

    /// <summary>UTC times of the submits.</summary>
    public List<DateTimeOffset> Submits { get; } = [];

    /// <summary>Jobs by what they were asked to do, in the order of the submits.</summary>
    public List<string> Order { get; } = [];

    public int MostAtOnce { get; private set; }

    public TimeSpan JobTime { get; set; } = TimeSpan.FromSeconds(30);

    public string Submit(string what)
    {
        var now = time.GetUtcNow();
        Submits.Add(now);
        Order.Add(what);
        var id = $"job-{Submits.Count}";
        _ends[id] = now + JobTime;
        MostAtOnce = Math.Max(MostAtOnce, _ends.Values.Count(e => e > now));
        return id;
    }

    public bool IsDone(string id) => _ends[id] <= time.GetUtcNow();
}
