namespace MediaFlows.Providers.Tencent.Activities;

/// <summary>The task that is asked about.</summary>
/// <param name="TaskId">TaskId, opaque.</param>
/// <param name="SubAppId">Its sub-application, or null for the main one.</param>
public sealed record TaskTarget(string TaskId, long? SubAppId);
