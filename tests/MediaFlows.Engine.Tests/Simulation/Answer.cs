namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>What a client was told.</summary>
/// <param name="Value">The answer.</param>
/// <param name="Code">Error code of a refusal.</param>
/// <param name="IsUnknown">True when the process died before it answered.</param>
internal readonly record struct Answer<T>(T? Value, string? Code, bool IsUnknown)
{
    public bool IsGood => Code is null && !IsUnknown;
}
