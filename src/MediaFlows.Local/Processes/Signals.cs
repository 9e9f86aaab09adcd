using System.Runtime.InteropServices;

namespace MediaFlows.Local.Processes;

/// <summary>POSIX signals that <see cref="System.Diagnostics.Process"/> has no method for.</summary>
internal static class Signals
{
    public const int Interrupt = 2;

    public const int Terminate = 15;

    // SIGSTOP and SIGCONT are numbered differently on macOS.
    public static int Stop => OperatingSystem.IsMacOS() ? 17 : 19;

    public static int Continue => OperatingSystem.IsMacOS() ? 19 : 18;

    public static void Send(int processId, int signal)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Windows has no such signal.");
        _ = Kill(processId, signal);
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
