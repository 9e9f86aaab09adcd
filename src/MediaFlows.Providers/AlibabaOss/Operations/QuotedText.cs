namespace MediaFlows.Providers.AlibabaOss.Operations;

/// <summary>Splitting and quoting of the users' operation form: a separator inside single or double quotes does not split.</summary>
internal static class QuotedText
{
    public static List<string> Split(string text, Func<string, int, bool> isSeparator)
    {
        var pieces = new List<string>();
        var start = 0;
        var quote = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (isSeparator(text, i))
            {
                pieces.Add(text[start..i]);
                start = i + 1;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }

    /// <summary>Removes one matching pair of quotes.</summary>
    public static string Unquote(string value) =>
        value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value;

    /// <summary>Puts quotes around a value that would not survive without them.</summary>
    public static string Quote(string value) =>
        value.Contains('"', StringComparison.Ordinal) ? $"'{value}'"
        : value.IndexOfAny([',', '\'', '/', '|', ':']) >= 0 || value.Length == 0 || value != value.Trim() ? $"\"{value}\""
        : value;
}
