using MediaFlows.Engine.Store;

namespace MediaFlows.Engine.Journal;

/// <summary>A hub as its journal tells it, fenced against the owner before.</summary>
/// <param name="State">Everything recorded.</param>
/// <param name="Epoch">Number of the new ownership.</param>
/// <param name="Base">Segment that the state was read from; 0 for a new hub.</param>
/// <param name="Next">Segment in which the new owner goes on.</param>
internal sealed record Recovered(HubState State, long Epoch, long Base, long Next);
