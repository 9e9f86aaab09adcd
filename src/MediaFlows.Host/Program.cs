namespace MediaFlows.Host;

/// <summary>Entry point of the embedded host.</summary>
public static class Program
{
    /// <summary>Runs the host until it is stopped.</summary>
    public static int Main(string[] args) => args.Length;
}
