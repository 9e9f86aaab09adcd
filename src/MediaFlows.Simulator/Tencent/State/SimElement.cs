namespace MediaFlows.Simulator.Tencent.State;

/// <summary>A custom element that a finished task created.</summary>
/// <param name="Id">ElementId.</param>
/// <param name="Name">Name.</param>
/// <param name="Description">Description.</param>
/// <param name="CreatedAt">UTC time.</param>
public sealed record SimElement(string Id, string Name, string Description, DateTimeOffset CreatedAt);
