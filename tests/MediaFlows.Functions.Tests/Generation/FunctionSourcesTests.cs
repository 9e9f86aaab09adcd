namespace MediaFlows.Functions.Tests.Generation;

/// <summary>The checked-in functions are those of the catalog and the route table.</summary>
public sealed class FunctionSourcesTests
{
    [Fact]
    public void The_written_functions_are_up_to_date()
    {
        var expected = FunctionSources.Write(CatalogUnderTest.Build());
        var update = Environment.GetEnvironmentVariable("MEDIAFLOWS_UPDATE") == "1";
        var stale = new List<string>();
        foreach (var (path, text) in expected)
        {
            var file = Path.Combine(RepositoryFiles.Functions, path);
            if (File.Exists(file) && File.ReadAllText(file).ReplaceLineEndings("\n") == text) continue;
            stale.Add(path);
            if (!update) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        var left = Written().Where(f => !expected.ContainsKey(f)).ToList();
        if (update) left.ForEach(f => File.Delete(Path.Combine(RepositoryFiles.Functions, f)));
        Assert.True(
            update || stale.Count + left.Count == 0,
            $"Run these tests with MEDIAFLOWS_UPDATE=1. To write: {string.Join(", ", stale)}; to delete: {string.Join(", ", left)}.");
    }

    private static IEnumerable<string> Written() => RepositoryFiles.Sources(RepositoryFiles.Functions)
        .Where(f => File.ReadLines(f).FirstOrDefault()?.StartsWith("// Written by FunctionSources", StringComparison.Ordinal) == true)
        .Select(f => Path.GetRelativePath(RepositoryFiles.Functions, f).Replace('\\', '/'));
}
