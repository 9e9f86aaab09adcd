namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What preflight found.</summary>
/// <param name="Project">IMM project of the bucket; null when it was not asked for or there is none.</param>
/// <param name="Warnings">Findings that the flow survives.</param>
public sealed record PreflightReport(string? Project, IReadOnlyList<string> Warnings);
