using MediaFlows.Engine.Binary;

namespace MediaFlows.Engine.History;

/// <summary>
/// Events as bytes: kind, a mask of the fields that are present, then these fields. A trivial completed step with the next one scheduled
/// takes some 60 bytes beside its JSON, which is copied and never parsed here.
/// </summary>
internal static class HistoryCodec
{
    [Flags]
    private enum Fields : byte
    {
        None = 0,
        Id = 1,
        Count = 2,
        Ticks = 4,
        Name = 8,
        Text = 16,
        Inline = 32,
        Blob = 64,
        Detail = 128,
    }

    public static void Write(ref ByteBuffer buffer, in HistoryEvent e)
    {
        var fields = FieldsOf(e);
        buffer.WriteByte((byte)e.Kind);
        buffer.WriteByte((byte)fields);
        if (fields.HasFlag(Fields.Id)) buffer.WriteVarint((ulong)e.Id);
        if (fields.HasFlag(Fields.Count)) buffer.WriteVarint((ulong)e.Count);
        if (fields.HasFlag(Fields.Ticks)) buffer.WriteInt64(e.Ticks);
        if (fields.HasFlag(Fields.Name)) buffer.WriteString(e.Name);
        if (fields.HasFlag(Fields.Text)) buffer.WriteString(e.Text);
        if (fields.HasFlag(Fields.Inline)) buffer.WriteBlock(e.Payload.Bytes.Span);
        if (fields.HasFlag(Fields.Blob)) buffer.WriteString(e.Payload.Blob);
        if (fields.HasFlag(Fields.Detail)) buffer.WriteBlock(e.Detail.Span);
    }

    public static HistoryEvent Read(ref ByteReader reader)
    {
        var kind = (HistoryEventKind)reader.ReadByte();
        if (!Enum.IsDefined(kind)) throw new InvalidDataException($"The history holds an event of the unknown kind {(int)kind}.");
        var fields = (Fields)reader.ReadByte();
        return new HistoryEvent(kind)
        {
            Id = fields.HasFlag(Fields.Id) ? reader.ReadInt32() : 0,
            Count = fields.HasFlag(Fields.Count) ? reader.ReadInt32() : 0,
            Ticks = fields.HasFlag(Fields.Ticks) ? reader.ReadInt64() : 0,
            Name = fields.HasFlag(Fields.Name) ? reader.ReadString() : null,
            Text = fields.HasFlag(Fields.Text) ? reader.ReadString() : null,
            Payload = ReadPayload(ref reader, fields),
            Detail = fields.HasFlag(Fields.Detail) ? reader.ReadBlock() : default,
        };
    }

    /// <summary>All events of a history.</summary>
    public static IEnumerable<HistoryEvent> ReadAll(ReadOnlyMemory<byte> history)
    {
        var reader = new ByteReader(history);
        while (!reader.AtEnd) yield return Read(ref reader);
    }


    private static Payload ReadPayload(ref ByteReader reader, Fields fields) =>
        fields.HasFlag(Fields.Inline) ? Payload.Inline(reader.ReadBlock())
        : fields.HasFlag(Fields.Blob) ? Payload.InBlob(reader.ReadString()!)
        : default;

    private static Fields FieldsOf(in HistoryEvent e)
    {
        var fields = Fields.None;
        if (e.Id != 0) fields |= Fields.Id;
        if (e.Count != 0) fields |= Fields.Count;
        if (e.Ticks != 0) fields |= Fields.Ticks;
        if (e.Name is not null) fields |= Fields.Name;
        if (e.Text is not null) fields |= Fields.Text;
        if (e.Payload.Blob is not null) fields |= Fields.Blob;
        else if (!e.Payload.Bytes.IsEmpty) fields |= Fields.Inline;
        if (!e.Detail.IsEmpty) fields |= Fields.Detail;
        return fields;
    }
}
