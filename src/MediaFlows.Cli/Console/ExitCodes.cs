namespace MediaFlows.Cli.Console;

/// <summary>The exit codes of every command; <c>docs/cli.md</c> lists them.</summary>
internal static class ExitCodes
{
    /// <summary>Done as asked.</summary>
    public const int Done = 0;

    /// <summary>It was tried and did not work, or is not finished within the time to wait.</summary>
    public const int Failed = 1;

    /// <summary>It was not tried: wrong usage, wrong input, a choice is missing, nothing to talk to.</summary>
    public const int NotStarted = 2;
}
