using MediaFlows.Core.Diagnostics;

namespace MediaFlows.Api.Health;

/// <summary>One finding of the doctor.</summary>
/// <param name="Group">Provider, <c>storage</c>, <c>clock</c>.</param>
/// <param name="Name">What was checked.</param>
/// <param name="State">How it stands.</param>
/// <param name="Detail">A sentence, with what to do.</param>
public sealed record DoctorFinding(string Group, string Name, HealthState State, string Detail);
