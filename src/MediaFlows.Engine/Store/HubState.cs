using MediaFlows.Engine.Binary;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Runtime;

namespace MediaFlows.Engine.Store;

/// <summary>Everything a hub knows: the sum of its journal's records.</summary>
internal sealed class HubState
{
    private readonly List<JournalRecord> _unit = [];

    public InstanceTable Instances { get; } = new();

    public FinishedIndex Finished { get; } = new();

    /// <summary>Purges that are not finished, by instance number.</summary>
    public Dictionary<long, PurgeJob> Purging { get; } = [];

    /// <summary>Takes in a recorded record. Records of one unit count together or, when the last of them is missing, not at all.</summary>
    public void Apply(in JournalRecord record)
    {
        if (record.Kind is RecordKind.Fence or RecordKind.Roll)
        {
            _unit.Clear();
            return;
        }

        _unit.Add(record);
        if (record.Continues) return;
        foreach (var part in _unit) ApplyPart(part);
        _unit.Clear();
    }

    private void ApplyPart(in JournalRecord record)
    {
        var reader = new ByteReader(record.Payload);
        switch (record.Kind)
        {
            case RecordKind.Events:
                ApplyEvents((long)reader.ReadVarint(), reader.ReadRest());
                break;
            case RecordKind.Image:
                ApplyImage((long)reader.ReadVarint(), reader.ReadRest());
                break;
            case RecordKind.ImagePart:
                Require((long)reader.ReadVarint()).Load(reader.ReadRest());
                break;
            case RecordKind.Finished:
                var row = FinishedRow.Read(record.Payload, string.Intern);
                Forget(row.Number);
                Finished.Set(row);
                break;
            case RecordKind.Purging:
                var job = PurgeJob.Read(record.Payload);
                Forget(job.Number);
                Purging[job.Number] = job;
                break;
            case RecordKind.Purged:
                Purging.Remove((long)reader.ReadVarint());
                break;
            case RecordKind.ArchiveOpened:
                Finished.OpenSegment((long)reader.ReadVarint());
                break;
            case RecordKind.ArchiveDropped:
                Finished.DropSegment((long)reader.ReadVarint());
                break;
        }
    }

    private void ApplyEvents(long number, ReadOnlyMemory<byte> events)
    {
        if (Instances.TryFind(number, out var instance)) instance.Load(events);
        else Instances.Add(Instance.FromHistory(number, events));
    }

    private void ApplyImage(long number, ReadOnlyMemory<byte> history)
    {
        Forget(number);
        Instances.Add(Instance.FromHistory(number, history));
    }

    private void Forget(long number)
    {
        if (Instances.TryFind(number, out var instance)) Instances.Remove(instance);
        Finished.Remove(number);
    }

    private Instance Require(long number) => Instances.Find(number) ?? throw new InvalidDataException($"The journal speaks of the instance {number:x}, which it does not hold.");
}
