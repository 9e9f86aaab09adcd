namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>
/// The one parser of the users' form <c>name:key=value,key=value</c>. It settles the form; what values may be is <see cref="OperationChecks"/>'s matter.
/// </summary>
public static class OperationParser
{
    private static readonly string[] Swallowing = ["preprocess", "shadow"];

    /// <summary>Parses one operation.</summary>
    /// <exception cref="OperationException">Unknown operation or malformed text, with the document's message.</exception>
    public static MediaOperation Parse(string text)
    {
        text = text.Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rule = OperationTable.Require((colon < 0 ? text : text[..colon]).Trim());
        var rest = colon < 0 ? "" : text[(colon + 1)..].Trim();
        if (rule.TakesSegments) return ConcatParser.Parse(rule, rest);
        if (rest.Length == 0) return Build(rule, []);
        if (rule.Name == "format" && !rest.Contains('=', StringComparison.Ordinal)) return Build(rule, [new("target", QuotedText.Unquote(rest))]);
        return Build(rule, Pairs(rule, rest));
    }

    /// <summary>Reads <c>key=value</c> items.</summary>
    internal static List<KeyValuePair<string, string>> Pairs(OperationRule rule, string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var piece in QuotedText.Split(text, static (s, i) => s[i] == ','))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            var key = equals < 0 ? null : piece[..equals].Trim();
            if (rule.Name == "watermark" && pairs.Count > 0 && Swallowing.Contains(pairs[^1].Key) && (key is null || rule.Find(key) is null))
            {
                pairs[^1] = new(pairs[^1].Key, pairs[^1].Value + "," + piece.Trim());
                continue;
            }

            if (string.IsNullOrEmpty(key))
                throw new OperationException($"Invalid parameter format '{piece.Trim()}' in operation '{rule.Name}'.", "Expected format: key=value (e.g., w=400).");
            pairs.Add(new(key, QuotedText.Unquote(piece[(equals + 1)..].Trim())));
        }

        return pairs;
    }

    /// <summary>Keeps the last of several values of one key, at the place of the first.</summary>
    internal static MediaOperation Build(OperationRule rule, IReadOnlyList<KeyValuePair<string, string>> pairs, IReadOnlyList<ConcatSegment>? segments = null)
    {
        var kept = new List<KeyValuePair<string, string>>(pairs.Count);
        foreach (var pair in pairs)
        {
            var at = kept.FindIndex(p => p.Key == pair.Key);
            if (at < 0) kept.Add(pair);
            else kept[at] = pair;
        }

        return new MediaOperation(rule, kept, segments ?? []);
    }
}
