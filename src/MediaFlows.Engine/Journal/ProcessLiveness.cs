using System.Diagnostics;

namespace MediaFlows.Engine.Journal;

/// <summary>Asks the operating system, for owners on this machine.</summary>
internal sealed class ProcessLiveness : IOwnerLiveness
{
    public OwnerIdentity Self(string id)
    {
        using var process = Process.GetCurrentProcess();
        return new OwnerIdentity(id, Environment.MachineName, process.Id, StartOf(process));
    }

    public bool? IsAlive(OwnerRecord owner)
    {
        if (owner.Machine != Environment.MachineName) return null;
        try
        {
            using var process = Process.GetProcessById(owner.ProcessId);
            return !process.HasExited && Math.Abs(StartOf(process) - owner.ProcessStart) < TimeSpan.TicksPerSecond;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static long StartOf(Process process) => process.StartTime.ToUniversalTime().Ticks;
}
