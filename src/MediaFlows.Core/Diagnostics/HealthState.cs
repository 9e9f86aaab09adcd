namespace MediaFlows.Core.Diagnostics;

/// <summary>How a checked thing stands.</summary>
public enum HealthState
{
    /// <summary>Well.</summary>
    Ok,

    /// <summary>Works, with a remark.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Failed,

    /// <summary>Not set up, so not checked.</summary>
    Skipped,
}
