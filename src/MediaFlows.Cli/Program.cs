namespace MediaFlows.Cli;

/// <summary>Entry point of the <c>mediaflows</c> command.</summary>
public static class Program
{
    /// <summary>Runs one command.</summary>
    public static int Main(string[] args) => args.Length;
}
