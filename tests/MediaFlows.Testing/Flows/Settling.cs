using MediaFlows.Engine.Runtime;
using MediaFlows.Testing.Time;

namespace MediaFlows.Testing.Flows;

/// <summary>Finds out when an engine on virtual time can do nothing more without time passing.</summary>
internal static class Settling
{
    // Activities that wait for the virtual clock themselves look as if they were working; after so many looks of a millisecond they get time.
    private const int Patience = 30;

    /// <summary>Returns when nothing can run at this moment.</summary>
    public static async Task RunAsync(Hub hub, VirtualTime time)
    {
        var quiet = 0;
        for (var looks = 0; quiet < 2; looks++)
        {
            quiet = hub.IsQuiet ? quiet + 1 : 0;
            if (quiet >= 2) return;
            if (looks < 50) await Task.Yield();
            else await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System); // Real I/O (a simulated cloud) is on its way: let it come.
            if (looks < 50 + Patience) continue;
            looks = 50;
            if (hub.IsWaitingForActivities) time.AdvanceToNextTimer();
        }
    }

    /// <summary>Lets time pass whenever nothing can run.</summary>
    public static async Task AdvanceAsync(Func<Hub> hub, VirtualTime time, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await RunAsync(hub(), time);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, CancellationToken.None); // Real I/O may still come.
            if (hub().IsQuiet) time.AdvanceToNextTimer();
        }
    }
}
