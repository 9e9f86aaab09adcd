using System.Text;

namespace MediaFlows.Core.Batches.Manifests;

/// <summary>RFC 4180 records over lines: quoted fields may hold commas, doubled quotes and line ends.</summary>
internal sealed class CsvRecordReader(BoundedLineReader lines)
{
    /// <summary>The next record, or null at the end; a null field list marks a record that cannot be read.</summary>
    public async ValueTask<(bool End, List<string>? Fields)> NextAsync(CancellationToken cancellationToken)
    {
        var (line, tooLong) = await lines.NextAsync(cancellationToken);
        if (line is null) return (true, null);
        var record = new StringBuilder(line);
        while (OpenQuote(record))
        {
            var (next, nextTooLong) = await lines.NextAsync(cancellationToken);
            tooLong |= nextTooLong || record.Length > ManifestLimits.LineLength;
            if (next is null) return (false, null);
            if (!tooLong) record.Append('\n').Append(next);
        }

        return (false, tooLong ? null : Split(record.ToString()));
    }

    private static bool OpenQuote(StringBuilder text)
    {
        var quotes = 0;
        foreach (var chunk in text.GetChunks())
            foreach (var c in chunk.Span)
                if (c == '"') quotes++;
        return quotes % 2 == 1;
    }

    private static List<string> Split(string record)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < record.Length; i++)
        {
            var c = record[i];
            if (quoted && c == '"' && i + 1 < record.Length && record[i + 1] == '"') field.Append(record[++i]);
            else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }

        fields.Add(field.ToString());
        return fields;
    }
}
