using MediaFlows.Engine.Binary;
using MediaFlows.Engine.History;

namespace MediaFlows.Engine.Journal;

/// <summary>Cuts a long run of events into pieces that fit records, between events.</summary>
internal static class HistoryChunks
{
    /// <summary>Most bytes of events in one record, unless a single event is larger.</summary>
    public const int MaxBytes = 1024 * 1024;

    public static IEnumerable<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> events)
    {
        if (events.Length <= MaxBytes)
        {
            yield return events;
            yield break;
        }

        var reader = new ByteReader(events);
        var (start, end) = (0, 0);
        while (!reader.AtEnd)
        {
            _ = HistoryCodec.Read(ref reader);
            if (reader.Position - start > MaxBytes && end > start)
            {
                yield return events[start..end];
                start = end;
            }

            end = reader.Position;
        }

        if (end > start) yield return events[start..end];
    }
}
