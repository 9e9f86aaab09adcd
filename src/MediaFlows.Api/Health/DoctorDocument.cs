using MediaFlows.Core.Diagnostics;

namespace MediaFlows.Api.Health;

/// <summary>Answer of the doctor.</summary>
/// <param name="State">The worst of the findings; skipped ones do not count.</param>
/// <param name="Findings">All findings, by group.</param>
public sealed record DoctorDocument(HealthState State, IReadOnlyList<DoctorFinding> Findings);
