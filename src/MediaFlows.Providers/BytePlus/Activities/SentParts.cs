namespace MediaFlows.Providers.BytePlus.Activities;

/// <summary>Output of <see cref="SendParts"/>.</summary>
/// <param name="Crcs">CRC-32 of each part, in order.</param>
/// <param name="ContentType">Content type that the gateway recognized in part 1; null for other parts.</param>
public sealed record SentParts(IReadOnlyList<string> Crcs, string? ContentType);
