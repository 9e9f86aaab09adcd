namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>The engine broke a promise.</summary>
internal sealed class SimulationException(string message) : Exception(message);
