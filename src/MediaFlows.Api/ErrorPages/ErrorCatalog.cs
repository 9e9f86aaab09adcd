namespace MediaFlows.Api.ErrorPages;

/// <summary>The pages of <c>docs/errors.md</c>, which is embedded. <c>mediaflows explain</c> prints them too.</summary>
public static class ErrorCatalog
{
    private static readonly Lazy<IReadOnlyDictionary<string, ErrorPage>> Pages = new(Read);

    /// <summary>All pages by code.</summary>
    public static IEnumerable<ErrorPage> All => Pages.Value.Values.OrderBy(p => p.Code, StringComparer.Ordinal);

    /// <summary>The page of <paramref name="code"/> (upper or lower case), or null.</summary>
    public static ErrorPage? Find(string code) => Pages.Value.GetValueOrDefault(code.ToUpperInvariant());

    private static Dictionary<string, ErrorPage> Read()
    {
        using var stream = typeof(ErrorCatalog).Assembly.GetManifestResourceStream("errors.md")!;
        using var reader = new StreamReader(stream);
        var pages = new Dictionary<string, ErrorPage>(StringComparer.Ordinal);
        foreach (var section in reader.ReadToEnd().ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            var end = section.IndexOf('\n', StringComparison.Ordinal);
            var heading = section[..end].Split(' ', 2);
            pages.Add(heading[0], new ErrorPage(heading[0], heading[1].Trim(), section[end..].Trim()));
        }

        return pages;
    }
}
