namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>What becomes of one storage call.</summary>
internal enum CallFate
{
    Well,
    Slow,
    FailBefore,
    FailAfter,
    FailAndLandLater,
    Throttled,
    CrashBefore,
    CrashAfter,
}
