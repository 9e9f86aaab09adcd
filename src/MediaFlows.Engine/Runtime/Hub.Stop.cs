using MediaFlows.Core.Errors;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private static readonly TimeSpan DrainCheck = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Stops in good order: takes nothing new, lets activities finish for a while, then signals them, writes what is left and releases the hub.
    /// What could not finish is run again by the next owner.
    /// </summary>
    public async Task StopAsync()
    {
        if (_phase is not HubPhase.Running) return;
        try
        {
            await AskAsync(static hub => hub.BeginStop());
            await DrainAsync(_options.StopGrace);
            await AskAsync(static hub => hub.CancelActivities());
            await DrainAsync(_options.StopLimit - _options.StopGrace);
            await AskAsync(static _ => true);
            await AskAsync(static hub => hub.Close());
            await _ownership.ReleaseAsync(_journal.PositionSegment, _journal.Position);
        }
        catch (FlowException e)
        {
            LogStop(_services.Log, e.Error.Code, e.Message);
        }
    }

    private bool BeginStop()
    {
        SetPhase(HubPhase.Stopping);
        Activities.Stop();
        return true;
    }

    private bool CancelActivities()
    {
        Activities.CancelAll();
        return true;
    }

    private bool Close()
    {
        SetPhase(HubPhase.Stopped);
        _alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var stopped = NotRunning();
        _failure = stopped;
        _journal.Stop(stopped);
        foreach (var left in _mailbox.Close()) left.Refuse(stopped);
        SignalAllWatchers();
        return true;
    }

    private async Task DrainAsync(TimeSpan limit)
    {
        var start = _time.GetTimestamp();
        while (Activities.Running > 0 && _time.GetElapsedTime(start) < limit) await Task.Delay(DrainCheck, _time);
    }

    [LoggerMessage(LogLevel.Warning, "The hub did not stop in good order: {Code} {Message}")]
    private static partial void LogStop(ILogger logger, string code, string message);
}
