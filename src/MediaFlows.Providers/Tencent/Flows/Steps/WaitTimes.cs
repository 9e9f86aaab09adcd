using MediaFlows.Core.Polling;

namespace MediaFlows.Providers.Tencent.Flows.Steps;

/// <summary>How a task is waited for.</summary>
/// <param name="Interval">Documented seconds between two looks.</param>
/// <param name="MaxWait">Documented longest wait in seconds.</param>
internal sealed record WaitTimes(int Interval, int MaxWait)
{
    /// <summary>Documented longer intervals for a task that has run for a while, or null.</summary>
    public IReadOnlyList<PollStep>? Slower { get; init; }

    /// <summary>The pace for people; an interval of the caller's own takes the place of the documented ones.</summary>
    public string Describe(int? ownInterval, int? ownMaxWait)
    {
        var slower = ownInterval is null && Slower is not null ? $" ({string.Join(", ", Slower.Select(s => $"{s.Interval.TotalSeconds} s after {s.After.TotalSeconds} s"))})" : "";
        return $"every {ownInterval ?? Interval} s{slower}, for at most {ownMaxWait ?? MaxWait} s";
    }
}
