namespace MediaFlows.Simulator.Tencent.Vod;

/// <summary>What an action takes.</summary>
/// <param name="Members">Every member of its request.</param>
/// <param name="Required">Members that must be there.</param>
internal sealed record ActionShape(IReadOnlyList<string> Members, IReadOnlyList<string> Required);
