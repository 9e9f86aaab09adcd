using MediaFlows.Core.Polling;

namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>What <see cref="PollEnhance"/> is asked about.</summary>
/// <param name="RunId">The run.</param>
/// <param name="RepairStyle">1 Standard, 2 Pro: decides how a refusal is explained.</param>
/// <param name="Space">Space to name where the provider names none.</param>
public sealed record EnhanceTarget(string RunId, int RepairStyle, string? Space);
