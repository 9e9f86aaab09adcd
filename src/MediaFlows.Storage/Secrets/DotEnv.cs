namespace MediaFlows.Storage.Secrets;

/// <summary>
/// The format of <c>.env</c> files: <c>NAME=value</c> per line, <c>#</c> comments, an optional <c>export</c>, single quotes take the text as it
/// is, double quotes know \n, \t, \" and \\.
/// </summary>
public static class DotEnv
{
    /// <summary>Reads a file's text. A line that is no assignment is left out; the last of two equal names counts.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith("export ", StringComparison.Ordinal)) line = line[7..].TrimStart();
            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0 || line[0] == '#') continue;
            var name = line[..equals].TrimEnd();
            if (name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or ':' or '-')) values[name] = Value(line[(equals + 1)..].Trim());
        }

        return values;
    }

    private static string Value(string text)
    {
        if (text.Length == 0) return text;
        var end = text[0] is '\'' or '"' ? Closing(text) : -1;
        if (end < 0)
        {
            var comment = text.IndexOf(" #", StringComparison.Ordinal);
            return comment < 0 ? text : text[..comment].TrimEnd();
        }

        var inner = text[1..end];
        return text[0] == '\'' ? inner : Unescape(inner);
    }

    private static int Closing(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[0] == '"' && text[i] == '\\') i++;
            else if (text[i] == text[0]) return i;
        }

        return -1;
    }

    private static string Unescape(string text)
    {
        var result = new System.Text.StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            var next = text[++i];
            result.Append(next switch { 'n' => "\n", 't' => "\t", '"' => "\"", '\\' => "\\", _ => "\\" + next });
        }

        return result.ToString();
    }
}
