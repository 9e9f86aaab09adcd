using System.Text.Json;

namespace MediaFlows.Core.Polling;

/// <summary>Input of a poll activity.</summary>
/// <param name="Target">What the provider is asked about; the activity's own record.</param>
/// <param name="DurationKey">Where a finished job's duration is learned.</param>
/// <param name="SubmittedAt">UTC time the job was submitted.</param>
public sealed record PollRequest(JsonElement Target, string DurationKey, DateTime SubmittedAt);
