using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MediaFlows.Local.Processes;

/// <summary>POSIX signals that <see cref="Process"/> has no method for.</summary>
internal static class Signals
{
    public const int Interrupt = 2;

    public const int Terminate = 15;

    // SIGSTOP and SIGCONT are numbered differently on macOS.
    public static int Stop => OperatingSystem.IsMacOS() ? 17 : 19;

    public static int Continue => OperatingSystem.IsMacOS() ? 19 : 18;

    public static void Send(Process process, int signal)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Windows has no such signal.");

        // A process that ended meanwhile is no error: what the signal was meant to bring about has happened.
        if (!process.HasExited) _ = Kill(process.Id, signal);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
