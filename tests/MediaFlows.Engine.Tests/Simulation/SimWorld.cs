using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>Everything outside the hub: storage, time, ids, other processes' liveness, and what the activities have seen.</summary>
internal sealed class SimWorld : IIdSource, IOwnerLiveness
{
    private readonly Dictionary<string, int> _runs = new(StringComparer.Ordinal);
    private int _ids;

    public SimWorld(int seed)
    {
        Random = new Random(seed);
        Scheduler = new DeterministicScheduler(Random);
        Blobs = new MemoryBlobStore(Time);
        Faults = new FaultPlan(Random) { KeepsSegments = seed % 3 == 0 };
        Options = new EngineOptions
        {
            OwnerBeat = TimeSpan.FromHours(1),
            ClockCheck = TimeSpan.FromSeconds(20),
            UnloadAfter = TimeSpan.FromSeconds(Random.Next(1, 600)),
            SegmentBytes = Random.Next(2000, 60000),
            SegmentBlocks = Random.Next(10, 200),
            InlinePayloadBytes = Random.Next(100, 3000),
            ArchiveDelay = TimeSpan.FromSeconds(Random.Next(1, 60)),
            ArchiveBatchBytes = Random.Next(200, 20000),
            ArchiveSegmentBytes = Random.Next(500, 20000),
            MaxConcurrentActivities = Random.Next(1, 8),
            StoragePatience = TimeSpan.FromMinutes(30),
        };
    }

    public Random Random { get; }

    public VirtualTime Time { get; } = new();

    public DeterministicScheduler Scheduler { get; }

    public MemoryBlobStore Blobs { get; }

    public FaultPlan Faults { get; }

    public EngineOptions Options { get; }

    /// <summary>Writes that were answered with a failure and land later.</summary>
    public List<Func<Task>> Late { get; } = [];

    public bool IsHealed { get; set; }

    /// <summary>Activity calls whose completion has been seen in the history: none of them may run again.</summary>
    public HashSet<string> Completed { get; } = new(StringComparer.Ordinal);

    /// <summary>The first broken promise that was seen where nobody could be told.</summary>
    public string? Violation { get; set; }

    /// <summary>True while a process that lost the hub may still be running activities of its own.</summary>
    public bool HasZombie { get; set; }

    public string NewId() => $"id{++_ids:d4}";

    public OwnerIdentity Self(string id) => new(id, "sim", 1, 1);

    public bool? IsAlive(OwnerRecord owner) => false;

    public void NoteRun(string key)
    {
        _runs[key] = _runs.GetValueOrDefault(key) + 1;
        if (!HasZombie && Completed.Contains(key)) Violation ??= $"activity {key} ran again although its completion was recorded";
    }

    /// <summary>Carries out some write that was believed lost.</summary>
    public void LandSomething()
    {
        if (Late.Count == 0) return;
        var at = Random.Next(Late.Count);
        var write = Late[at];
        Late.RemoveAt(at);
        _ = write();
    }
}
