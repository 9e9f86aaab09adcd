namespace MediaFlows.Core.Tests.Webhooks;

/// <summary>The ends that the flow comes to, one after the other.</summary>
public sealed record EndingInput(IReadOnlyList<string> Ends);
