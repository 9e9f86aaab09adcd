using System.Text.RegularExpressions;

namespace MediaFlows.Core.Tests.Repository;

/// <summary>Rules that no analyzer keeps for us.</summary>
public partial class RepositoryRulesTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void No_source_takes_time_ids_or_randomness_from_its_surroundings()
    {
        var found = Sources("src").SelectMany(f => Lines(f).Where(l => Ambient().IsMatch(l.Text)).Select(l => $"{f}:{l.Number}: {l.Text.Trim()}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void No_test_sleeps_for_real()
    {
        var found = Sources("tests").Where(f => !f.StartsWith("tests/MediaFlows.Benchmarks/", StringComparison.Ordinal)).SelectMany(f => Lines(f).Where(l => Sleep().IsMatch(l.Text)).Select(l => $"{f}:{l.Number}: {l.Text.Trim()}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void No_file_holds_more_than_one_idea()
    {
        var found = Sources("src").Concat(Sources("tests")).Where(f => File.ReadLines(Path.Combine(Root, f)).Count() > 400).ToList();
        Assert.True(found.Count == 0, "Over 400 lines: " + string.Join(", ", found));
    }

    [Fact]
    public void Nothing_is_left_unfinished_by_its_own_words()
    {
        var found = Sources("src").SelectMany(f => Lines(f).Where(l => Unfinished().IsMatch(l.Text)).Select(l => $"{f}:{l.Number}: {l.Text.Trim()}")).ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void Every_link_in_the_documents_leads_somewhere()
    {
        var found = Directory.EnumerateFiles(Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(m => (file, target: m.Groups["target"].Value)))
            .Where(l => !l.target.Contains("://", StringComparison.Ordinal) && !l.target.StartsWith('#'))
            .Where(l => !Path.Exists(Path.Combine(Path.GetDirectoryName(l.file)!, l.target.Split('#')[0])))
            .Select(l => $"{Path.GetRelativePath(Root, l.file)} → {l.target}")
            .ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal) && !f.EndsWith("/RepositoryRulesTests.cs", StringComparison.Ordinal));

    private static IEnumerable<(int Number, string Text)> Lines(string file) =>
        File.ReadLines(Path.Combine(Root, file)).Select((text, n) => (n + 1, text)).Where(l => !l.text.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MediaFlows.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Utc)?(Now|Today)\b|\bGuid\.NewGuid\(|\bnew Random\(\)|\bRandom\.Shared\b|\bThread\.Sleep\(|\bTask\.Delay\((?![^;]*([tT]ime|[cC]lock))", RegexOptions.ExplicitCapture)]
    private static partial Regex Ambient();

    [GeneratedRegex(@"\bThread\.Sleep\(|\bTask\.Delay\((?![^;]*([tT]ime|[cC]lock))", RegexOptions.ExplicitCapture)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException|\bfor now\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
