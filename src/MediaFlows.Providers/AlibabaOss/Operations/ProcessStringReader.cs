namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Reads a process string back into operations: the inverse of <see cref="ProcessString"/>.</summary>
public static class ProcessStringReader
{
    private const string Preprocess = "?x-oss-process=image/";

    /// <summary>The operations of <paramref name="process"/>; a <c>|sys/…</c> part is left out.</summary>
    /// <exception cref="OperationException">It is not a process string of known operations.</exception>
    public static IReadOnlyList<MediaOperation> Parse(string process)
    {
        var actions = process.Split('|')[0].Split('/');
        var operations = new List<MediaOperation>();
        foreach (var action in actions.Skip(1))
        {
            var items = action.Split(',');
            if (operations.Count > 0 && operations[^1].Rule.TakesSegments && items[0] is "sur" or "pre")
            {
                operations[^1] = operations[^1] with { Segments = [.. operations[^1].Segments, Segment(action, items)] };
                continue;
            }

            var rule = OperationTable.All.FirstOrDefault(o => o.Category != OperationCategory.File && ProcessString.Prefix(o.Category) == actions[0] && o.Wire == items[0])
                ?? OperationTable.Require(actions[0] + "/" + items[0]);
            operations.Add(new MediaOperation(rule, [.. items.Skip(1).SelectMany(i => Item(rule, i))], []));
        }

        return operations;
    }

    private static IEnumerable<KeyValuePair<string, string>> Item(OperationRule rule, string item)
    {
        if (rule.Parameters.FirstOrDefault(p => p.ValueOnly) is { } alone) return [new(alone.Name, item)];
        var at = item.IndexOf('_', StringComparison.Ordinal);
        if (at <= 0) throw new OperationException($"Invalid process string item '{item}'.", "Expected key_value.");
        var (wire, value) = (item[..at], item[(at + 1)..]);
        var parameter = rule.Parameters.FirstOrDefault(p => p.Wire == wire);
        if (parameter is null) return [new(wire, value)];
        if (parameter.Encoded || (wire == "shadow" && !long.TryParse(value, out _)))
            value = Base64Url.TryDecode(value, out var text) ? text : throw new OperationException($"Invalid base64url in '{item}'.", "Encode the value.");
        if (wire == "image" && value.IndexOf(Preprocess, StringComparison.Ordinal) is var cut and > 0)
            return [new("image", value[..cut]), new("preprocess", value[(cut + Preprocess.Length)..].Replace('/', '+'))];
        return [new(parameter.Name, value)];
    }

    private static ConcatSegment Segment(string action, string[] items)
    {
        var pairs = items.Skip(1).Select(i => i.Split('_', 2)).ToList();
        return pairs.Find(p => p is ["o", _]) is { } o && Base64Url.TryDecode(o[1], out var key)
            ? new ConcatSegment(items[0] == "pre", key, [.. pairs.Where(p => p[0] != "o").Select(p => new KeyValuePair<string, string>(p[0], p[^1]))])
            : throw new OperationException($"Invalid concat syntax: '{action}'.", "Expected sur,o_<base64url key>.");
    }
}
