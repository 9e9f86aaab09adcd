namespace MediaFlows.Benchmarks.Reporting;

/// <summary>One row of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The value with its unit.</param>
/// <param name="Target">What it should be, or empty for a value that only others are compared with.</param>
/// <param name="Holds">True when it is; null without a target.</param>
internal sealed record Figure(string Name, string Value, string Target = "", bool? Holds = null);
