using MediaFlows.Core.Serialization;

namespace MediaFlows.Core.Polling;

/// <summary>What every poll activity needs.</summary>
/// <param name="Durations">Learns how long jobs take.</param>
/// <param name="Serializer">Reads the target.</param>
/// <param name="Time">Clock.</param>
public sealed record PollServices(IJobDurations Durations, FlowSerializer Serializer, TimeProvider Time);
