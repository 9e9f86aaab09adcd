namespace MediaFlows.Providers.AlibabaOss.Api;

/// <summary>The answer to an asynchronous submit.</summary>
/// <param name="TaskId">Task id; null when the bucket is not bound to an IMM project.</param>
/// <param name="EventId">Event id.</param>
/// <param name="RequestId">Request id.</param>
public sealed record TaskTicket(string? TaskId, string? EventId, string? RequestId);
