namespace MediaFlows.Core.Flows;

/// <summary>Names of the external events that MediaFlows itself sends. User events must not start with <see cref="Prefix"/>.</summary>
public static class FlowEvents
{
    /// <summary>Reserved prefix.</summary>
    public const string Prefix = "mediaflows.";

    /// <summary>Cooperative cancellation; payload <see cref="CancelRequest"/>.</summary>
    public const string Cancel = "mediaflows.cancel";

    /// <summary>A provider said that something happened to the job that a poll flow waits for; a hint only, the job is then asked.</summary>
    public const string Callback = "mediaflows.callback";

    /// <summary>An instance was started or has ended, for the companion that tells its webhook; payload <see cref="Webhooks.NotifyEvent"/>.</summary>
    public const string Notify = "mediaflows.notify";
}
