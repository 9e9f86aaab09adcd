using System.Text;
using System.Text.RegularExpressions;

namespace MediaFlows.Providers.AlibabaOss.Discovery;

/// <summary>
/// Reads the plain assignments of a shell profile: <c>NAME=value</c>, with or without <c>export</c>, quoted or not. <c>$NAME</c> and <c>${NAME}</c> are
/// expanded except in single quotes. Nothing is run: a line that is more than assignments is passed over.
/// </summary>
internal sealed partial class ShellFile
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly Func<string, string?> _environment;

    private ShellFile(Func<string, string?> environment) => _environment = environment;

    /// <summary>The assignments of <paramref name="text"/>, the last one of a name winning as in a shell.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string text, Func<string, string?> environment)
    {
        var file = new ShellFile(environment);
        foreach (var line in text.Split('\n')) file.Line(line.Trim());
        return file._values;
    }

    private void Line(string line)
    {
        if (line.StartsWith("export ", StringComparison.Ordinal)) line = line["export ".Length..].TrimStart();
        while (Assignment().Match(line) is { Success: true } match)
        {
            var at = match.Length;
            if (Value(line, ref at) is not { } value) return;
            _values[match.Groups["name"].Value] = value;
            line = line[at..].TrimStart(' ', '\t', ';');
            if (line.StartsWith("export ", StringComparison.Ordinal)) line = line["export ".Length..].TrimStart();
        }
    }

    // A word of a shell is pieces without a gap: plain, "expanded" and 'as it is'. Null for one whose quote is never closed.
    private string? Value(string line, ref int at)
    {
        var value = new StringBuilder();
        while (at < line.Length && !char.IsWhiteSpace(line[at]) && line[at] != ';')
        {
            var quote = line[at];
            if (quote is '"' or '\'')
            {
                var end = line.IndexOf(quote, at + 1);
                if (end < 0) return null;
                var inner = line[(at + 1)..end];
                value.Append(quote == '"' ? Expand(inner) : inner);
                at = end + 1;
                continue;
            }

            var from = at;
            while (at < line.Length && !char.IsWhiteSpace(line[at]) && line[at] is not (';' or '"' or '\'')) at++;
            value.Append(Expand(line[from..at]));
        }

        return value.ToString();
    }

    private string Expand(string text) => Variable().Replace(text, m =>
    {
        var name = m.Groups["a"].Success ? m.Groups["a"].Value : m.Groups["b"].Value;
        return _values.GetValueOrDefault(name) ?? _environment(name) ?? "";
    });

    [GeneratedRegex("^(?<name>[A-Za-z_][A-Za-z0-9_]*)=", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\$(?:\{(?<a>[A-Za-z_][A-Za-z0-9_]*)\}|(?<b>[A-Za-z_][A-Za-z0-9_]*))", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
