namespace MediaFlows.Cli.Connection;

/// <summary>Where the command keeps its things: <c>MEDIAFLOWS_HOME</c>, else <c>.mediaflows</c> in the user's home.</summary>
internal static class HomeFolder
{
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("MEDIAFLOWS_HOME") is { Length: > 0 } home
            ? System.IO.Path.GetFullPath(home)
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".mediaflows");

    /// <summary>Written by <c>serve</c> while it runs, so that other commands find it.</summary>
    public static string RunningHostFile => System.IO.Path.Combine(Path, "host.json");

    public static string ProfilesFile => System.IO.Path.Combine(Path, "config.json");
}
