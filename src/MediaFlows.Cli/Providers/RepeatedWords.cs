using System.CommandLine;

namespace MediaFlows.Cli.Providers;

/// <summary>
/// Documents have scripts with a subcommand of the script's own name (<c>upload upload</c>). The parser knows no command below itself, so the second
/// word is taken out before it reads the line.
/// </summary>
internal static class RepeatedWords
{
    /// <summary><paramref name="args"/> without the second of two words that both name the same command below <paramref name="root"/>, where its provider says so.</summary>
    public static string[] Collapse(IReadOnlyList<string> args, Command root, IReadOnlySet<Command> repeated)
    {
        var kept = new List<string>(args.Count);
        var at = root;
        var named = false;
        foreach (var word in args)
        {
            if (named && repeated.Contains(at) && word == at.Name)
            {
                named = false;
                continue;
            }

            kept.Add(word);
            var next = at.Subcommands.FirstOrDefault(c => c.Name == word || c.Aliases.Contains(word));
            named = next is not null;
            at = next ?? at;
        }

        return [.. kept];
    }
}
