namespace MediaFlows.Providers.AlibabaOss.Activities;

/// <summary>What a finished job left.</summary>
/// <param name="Keys">Keys of a set of frames in order; empty for a single result.</param>
/// <param name="Size">Bytes of a single result.</param>
/// <param name="RequestId">Request id of the last status call.</param>
/// <param name="EventId">Event id of the task.</param>
public sealed record ProcessResult(IReadOnlyList<string> Keys, long? Size, string? RequestId, string? EventId);
