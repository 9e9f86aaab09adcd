using MediaFlows.Engine.Binary;

namespace MediaFlows.Engine.History;

/// <summary>What an instance was started with, input aside. Part of its first event.</summary>
internal sealed record InstanceHeader(string Id, string Flow, string Version, long CreatedTicks)
{
    public string? ParentId { get; init; }

    public string? Batch { get; init; }

    /// <summary>W3C <c>traceparent</c> that the instance's own spans hang on.</summary>
    public string? TraceParent { get; init; }

    /// <summary>W3C <c>tracestate</c> that came with it.</summary>
    public string? TraceState { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>UTC ticks not to start before, or 0.</summary>
    public long StartAtTicks { get; init; }

    /// <summary>Times it continued as new.</summary>
    public int Generation { get; init; }

    /// <summary>Times it was resumed or retried before this history began.</summary>
    public int Resumes { get; init; }

    /// <summary>The companion that is told of the start and of every end, or null.</summary>
    public string? NotifyId { get; init; }

    public byte[] ToBytes()
    {
        var buffer = default(ByteBuffer);
        buffer.WriteString(Id);
        buffer.WriteString(Flow);
        buffer.WriteString(Version);
        buffer.WriteInt64(CreatedTicks);
        buffer.WriteString(ParentId);
        buffer.WriteString(Batch);
        buffer.WriteString(TraceParent);
        buffer.WriteInt64(StartAtTicks);
        buffer.WriteVarint((ulong)Generation);
        buffer.WriteVarint((ulong)Resumes);
        buffer.WriteVarint((ulong)(Tags?.Count ?? 0));
        foreach (var (name, value) in Tags ?? new Dictionary<string, string>())
        {
            buffer.WriteString(name);
            buffer.WriteString(value);
        }

        // Behind everything else and only where there is one: headers without it are as they always were, and older code leaves unread what it does not know.
        if (NotifyId is not null || TraceState is not null) buffer.WriteString(NotifyId);
        if (TraceState is not null) buffer.WriteString(TraceState);
        return buffer.Span.ToArray();
    }

    public static InstanceHeader Read(ReadOnlyMemory<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        return new InstanceHeader(reader.ReadString()!, string.Intern(reader.ReadString()!), string.Intern(reader.ReadString()!), reader.ReadInt64())
        {
            ParentId = reader.ReadString(),
            Batch = reader.ReadString(),
            TraceParent = reader.ReadString(),
            StartAtTicks = reader.ReadInt64(),
            Generation = reader.ReadInt32(),
            Resumes = reader.ReadInt32(),
            Tags = ReadTags(ref reader),
            NotifyId = reader.AtEnd ? null : reader.ReadString(),
            TraceState = reader.AtEnd ? null : reader.ReadString(),
        };
    }

    private static Dictionary<string, string>? ReadTags(ref ByteReader reader)
    {
        var count = reader.ReadInt32();
        if (count == 0) return null;
        var tags = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++) tags[reader.ReadString()!] = reader.ReadString()!;
        return tags;
    }
}
