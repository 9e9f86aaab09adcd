namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>A generated flow, and what it has done in its earlier runs.</summary>
public sealed record SimInput(IReadOnlyList<SimStep> Steps, IReadOnlyList<string> Log);

/// <summary>What a generated flow has done.</summary>
public sealed record SimOutput(IReadOnlyList<string> Log);

/// <summary>One activity call.</summary>
public sealed record SimCall(string Key, int Failures, bool Fragile, int Size);
