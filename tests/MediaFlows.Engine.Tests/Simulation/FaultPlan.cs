namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>How bad the storage of a simulated world is.</summary>
internal sealed class FaultPlan(Random random)
{
    /// <summary>Faults per thousand calls.</summary>
    public int PerThousand { get; set; }

    /// <summary>True when old segments are never deleted, so that a process that lost the hub still finds the one it was writing.</summary>
    public bool KeepsSegments { get; set; }

    /// <summary>Calls until the process dies; 0 for never.</summary>
    public int CallsToCrash { get; set; }

    public CallFate Next()
    {
        if (CallsToCrash > 0 && --CallsToCrash == 0) return random.Next(2) == 0 ? CallFate.CrashBefore : CallFate.CrashAfter;
        if (random.Next(1000) >= PerThousand) return CallFate.Well;
        return random.Next(5) switch
        {
            0 => CallFate.FailBefore,
            1 => CallFate.FailAfter,
            2 => CallFate.Throttled,
            3 => CallFate.FailAndLandLater,
            _ => CallFate.Slow,
        };
    }
}
