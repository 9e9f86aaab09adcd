namespace MediaFlows.Local.Processes;

/// <summary>Finds programs in <c>PATH</c>.</summary>
public static class ProgramPath
{
    /// <summary>Full path of <paramref name="name"/> (with <c>.cmd</c>, <c>.exe</c>, <c>.bat</c> tried on Windows), or null.</summary>
    public static string? Find(string name, string? path = null)
    {
        path ??= Environment.GetEnvironmentVariable("PATH") ?? "";
        string[] endings = OperatingSystem.IsWindows() ? [".exe", ".cmd", ".bat"] : [""];
        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => endings.Select(ending => Path.Combine(folder.Trim('"'), name + ending)))
            .FirstOrDefault(File.Exists);
    }
}
