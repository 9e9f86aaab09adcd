using MediaFlows.Core.Polling;
using MediaFlows.Core.Submissions;

namespace MediaFlows.Core.Jobs;

/// <summary>A job that was submitted and, unless told otherwise, is done.</summary>
/// <param name="JobId">The provider's job id.</param>
/// <param name="Receipt">What the submit returned.</param>
/// <param name="Answer">The final answer; null when the flow did not wait.</param>
public sealed record ProviderJobResult(string JobId, SubmitReceipt Receipt, PollAnswer? Answer);
