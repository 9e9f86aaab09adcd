namespace MediaFlows.Local.Processes;

/// <summary>
/// Ends a process when the one that started it is gone, SIGKILL included: standard input is a pipe whose other end only the starter holds.
/// </summary>
public static class ParentWatch
{
    /// <summary>Set to <c>1</c> by <see cref="ChildProcess.StartDotnet"/>.</summary>
    public const string Variable = "MEDIAFLOWS_END_WITH_STDIN";

    /// <summary>
    /// Calls <paramref name="onParentGone"/> once, on a background thread, when standard input closes. Does nothing in a process that was not
    /// started by <see cref="ChildProcess"/>, so that a service with a closed standard input runs on.
    /// </summary>
    public static void Start(Action onParentGone)
    {
        if (Environment.GetEnvironmentVariable(Variable) != "1") return;
        new Thread(() =>
        {
            using var input = Console.OpenStandardInput();
            Span<byte> buffer = stackalloc byte[64];
            while (Read(input, buffer) > 0)
            {
            }

            onParentGone();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    private static int Read(Stream input, Span<byte> buffer)
    {
        try
        {
            return input.Read(buffer);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
