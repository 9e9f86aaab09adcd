using MediaFlows.Core.Errors;

namespace MediaFlows.Core.Polling;

/// <summary>How polling ended.</summary>
/// <param name="TimedOut">True when the limit was reached and the job is not finished.</param>
/// <param name="Answer">The last answer; null when none ever came.</param>
/// <param name="Attempts">Polls made.</param>
/// <param name="Error">Set when the job can no longer be asked about.</param>
public sealed record PollResult(bool TimedOut, PollAnswer? Answer, int Attempts, FlowError? Error);
