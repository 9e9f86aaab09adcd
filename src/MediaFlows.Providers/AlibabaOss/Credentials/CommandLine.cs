using System.Text;

namespace MediaFlows.Providers.AlibabaOss.Credentials;

/// <summary>
/// Splits a profile's <c>process_command</c> into program and arguments as the vendor's libraries do: blanks separate, quotes group; a backslash escapes
/// the next character, on Windows only <c>\"</c> within double quotes, because it separates folders there.
/// </summary>
internal static class CommandLine
{
    public static IReadOnlyList<string> Split(string command, bool windows)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        char? quote = null;
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            var next = i + 1 < command.Length ? command[i + 1] : (char?)null;
            if (c == '\\' && next == '\n' && quote != '\'' && !windows)
            {
                i++;
            }
            else if (c == '\\' && Escapes(quote, next, windows))
            {
                (word ??= new()).Append(next ?? throw new CredentialStepException("The process_command ends with a backslash."));
                i++;
            }
            else if (c == quote)
            {
                quote = null;
            }
            else if (quote is null && c is '"' or '\'')
            {
                quote = c;
                word ??= new();
            }
            else if (quote is null && char.IsWhiteSpace(c))
            {
                if (word is not null) words.Add(word.ToString());
                word = null;
            }
            else
            {
                (word ??= new()).Append(c);
            }
        }

        if (quote is not null) throw new CredentialStepException("A quote of the process_command is not closed.");
        if (word is not null) words.Add(word.ToString());
        return words is [{ Length: > 0 }, ..] ? words : throw new CredentialStepException("The process_command names no program.");
    }

    private static bool Escapes(char? quote, char? next, bool windows) => quote switch
    {
        '\'' => false,
        '"' => windows ? next == '"' : next is '"' or '\\' or '$' or '`',
        _ => !windows,
    };
}
