using MediaFlows.Engine.Binary;
using MediaFlows.Engine.History;
using MediaFlows.Engine.Journal;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private readonly List<UnitPart> _unit = [];
    private readonly List<IDurableEffect> _effects = [];

    /// <summary>Adds an event to an instance; it is recorded with the unit that is being made.</summary>
    public void Append(Instance instance, in HistoryEvent e)
    {
        if (instance.DirtyFrom < 0) _unit.Add(new UnitPart(RecordKind.Events, instance, instance.Number, default));
        instance.Append(e);
        Touch(instance);
    }

    /// <summary>Something that happens once the unit being made is durable.</summary>
    public void AfterUnit(IDurableEffect effect) => _effects.Add(effect);

    /// <summary>A payload of <paramref name="instance"/>: inline, or in a blob that is written before the record that names it.</summary>
    public Payload Store(Instance instance, ReadOnlyMemory<byte> json)
    {
        if (json.Length <= _options.InlinePayloadBytes) return Payload.Inline(json);
        var blob = _payloads.NewName(instance.Number, _epoch, json.Span);
        _journal.Require(blob, json);
        return Payload.InBlob(blob, json);
    }

    private void AddImage(Instance instance) => _unit.Add(new UnitPart(RecordKind.Image, null, instance.Number, instance.History));

    private void AddRecord(RecordKind kind, ReadOnlyMemory<byte> content) => _unit.Add(new UnitPart(kind, null, 0, content));

    /// <summary>Writes everything that changed since the last unit: all of it becomes durable together, or none.</summary>
    private void CommitUnit()
    {
        if (_unit.Count > 0)
        {
            for (var i = 0; i < _unit.Count; i++) WritePart(_unit[i], more: i < _unit.Count - 1);
            _unit.Clear();
        }

        if (_effects.Count == 0) return;
        var effects = _effects.ToArray();
        _effects.Clear();
        foreach (var effect in effects) _journal.WhenDurable(effect);
    }

    private void WritePart(in UnitPart part, bool more)
    {
        if (part.Kind is not (RecordKind.Events or RecordKind.Image))
        {
            _journal.Add(part.Kind, more, default, part.Bytes.Span);
            return;
        }

        var bytes = part.Instance is { } instance ? instance.TakeDirty() : part.Bytes;
        if (bytes.Length <= HistoryChunks.MaxBytes)
        {
            WriteHistory(part.Kind, part.Number, bytes.Span, more);
            return;
        }

        var kind = part.Kind;
        var chunks = HistoryChunks.Of(bytes).ToList();
        for (var i = 0; i < chunks.Count; i++)
        {
            WriteHistory(kind, part.Number, chunks[i].Span, more || i < chunks.Count - 1);
            if (kind == RecordKind.Image) kind = RecordKind.ImagePart;
        }
    }

    private void WriteHistory(RecordKind kind, long number, ReadOnlySpan<byte> events, bool more)
    {
        Span<byte> head = stackalloc byte[10];
        _journal.Add(kind, more, head[..Varint.Write(head, (ulong)number)], events);
    }
}
