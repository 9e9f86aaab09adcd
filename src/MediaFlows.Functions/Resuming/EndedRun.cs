using MediaFlows.Functions.Durable;

namespace MediaFlows.Functions.Resuming;

/// <summary>What is kept of a run that ended so that it can go on: its input and every answer that it received.</summary>
/// <param name="Run">Number of the run, from 0; the n-th resumed run of an instance is n.</param>
/// <param name="Envelope">Input of the run (after continue-as-new: of the last generation).</param>
/// <param name="StartedAt">UTC time of its first turn.</param>
/// <param name="Calls">Answered calls in the order of the answers; the failed ones that ended it are left out.</param>
/// <param name="Failed">True when calls were left out. The code may then take another way than the record, because it has not seen the failure.</param>
public sealed record EndedRun(int Run, FlowEnvelope Envelope, DateTime StartedAt, IReadOnlyList<RecordedCall> Calls, bool Failed);
