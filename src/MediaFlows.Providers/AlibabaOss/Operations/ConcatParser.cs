namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>
/// The form of <c>concat</c>: base parameters, then <c>/sur,…</c> and <c>/pre,…</c> segments. A segment names its object as <c>o_&lt;base64url&gt;</c>
/// or in the clear as <c>key=videos/b.mp4</c>.
/// </summary>
internal static class ConcatParser
{
    private const string Hint = "Expected format: video/concat:f=mp4,vcodec=h264,acodec=aac/sur,key=videos/b.mp4,ss_0,t_30000.";

    public static MediaOperation Parse(OperationRule rule, string text)
    {
        var pieces = QuotedText.Split(text, static (s, i) => s[i] == '/' && IsSegment(s.AsSpan(i + 1)));
        var baseText = pieces[0].Trim();
        if (IsSegment(baseText))
        {
            pieces.Insert(0, "");
            baseText = "";
        }

        var stray = QuotedText.Split(baseText, static (s, i) => s[i] == '/');
        if (stray.Count > 1) throw Invalid(stray[1]);
        if (pieces.Count < 2) throw new OperationException($"{rule.Name} requires at least one segment (/sur or /pre).", Hint);
        var segments = pieces.Skip(1).Select(Segment).ToList();
        return OperationParser.Build(rule, baseText.Length == 0 ? [] : OperationParser.Pairs(rule, baseText), segments);
    }

    private static bool IsSegment(ReadOnlySpan<char> text) =>
        text.StartsWith("sur,", StringComparison.Ordinal) || text.StartsWith("pre,", StringComparison.Ordinal);

    private static ConcatSegment Segment(string text)
    {
        var items = QuotedText.Split(text, static (s, i) => s[i] == ',').Select(i => i.Trim()).ToList();
        string? key = null;
        var others = new List<KeyValuePair<string, string>>();
        foreach (var item in items.Skip(1))
        {
            var at = item.IndexOfAny(['_', '=']);
            if (at <= 0 || at == item.Length - 1) throw Invalid(text);
            var (name, value) = (item[..at], item[(at + 1)..]);
            if (name == "o" && item[at] == '_') key = Base64Url.TryDecode(value, out var decoded) ? decoded : throw Invalid(text);
            else if (name == "key") key = QuotedText.Unquote(value);
            else others.Add(new(name, QuotedText.Unquote(value)));
        }

        return string.IsNullOrEmpty(key) ? throw Invalid(text) : new ConcatSegment(items[0] == "pre", key, others);
    }

    private static OperationException Invalid(string text) => new($"Invalid concat syntax: '{text}'.", Hint);
}
