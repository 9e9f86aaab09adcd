using MediaFlows.Engine.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Runtime;

/// <summary>Says what the hub waits for while nothing seems to happen.</summary>
internal sealed partial class Hub
{
    private void SayWhatTheStartWaitsFor()
    {
        if (_ownership.Watched is { } owner) LogWatching(_services.Log, _options.HubName, owner.ProcessId, owner.Machine, _options.OwnerWatch.TotalSeconds);
        else LogNotOpen(_services.Log, _options.HubName, _patience.LastTrouble ?? "it has not answered yet", _options.StoragePatience.TotalSeconds);
    }

    // While the hub starts, its own notice says it.
    private void SayStorageIsAway(string trouble)
    {
        if (_phase != HubPhase.Starting) LogAway(_services.Log, _options.HubName, trouble, _options.StoragePatience.TotalSeconds);
    }

    [LoggerMessage(LogLevel.Warning, "Hub {Hub} is not open yet. It waits for storage ({Trouble}), which is asked again for up to {Seconds} s before the host gives up")]
    private static partial void LogNotOpen(ILogger logger, string hub, string trouble, double seconds);

    [LoggerMessage(LogLevel.Warning, "Hub {Hub} is not open yet. Process {ProcessId} on {Machine} owned it last; it is watched for up to {Seconds} s for a sign of life before the hub is taken over")]
    private static partial void LogWatching(ILogger logger, string hub, int processId, string machine, double seconds);

    [LoggerMessage(LogLevel.Warning, "Hub {Hub} waits for storage ({Trouble}), which is asked again for up to {Seconds} s before the host stops. Nothing is lost meanwhile")]
    private static partial void LogAway(ILogger logger, string hub, string trouble, double seconds);
}
