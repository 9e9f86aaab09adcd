using MediaFlows.Core.Errors;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Runtime;

internal sealed partial class Hub
{
    private int _background;
    private bool _loadedSinceSweep;
    private Action? _sweep;

    /// <summary>Follows work that nobody awaits. Called on the loop; a failure is logged, a lost hub stops it.</summary>
    private void Background(Task work)
    {
        if (work.IsCompletedSuccessfully) return;
        _background++;
        _ = FollowAsync(work);
    }

    private async Task FollowAsync(Task work)
    {
        Exception? error = null;
        try
        {
            await work;
        }
        catch (Exception e)
        {
            error = e;
        }

        Post(new HubMessage(hub =>
        {
            hub._background--;
            if (error is FlowException { Error.Code: ErrorCodes.HubLost } lost) hub.Fail(lost);
            else if (error is not null) LogBackground(hub._services.Log, error);
        }));
    }

    private void PlanSweep()
    {
        _loadedSinceSweep = true;
        _agenda.Plan(_sweep ??= UnloadIdle, _options.UnloadAfter / 2);
    }

    // Code that waits for long costs more than its history: the history alone brings it back.
    private void UnloadIdle()
    {
        if (!_loadedSinceSweep) return;
        _loadedSinceSweep = false;
        var before = NowTicks - _options.UnloadAfter.Ticks;
        foreach (var instance in _state.Instances.All)
        {
            if (instance.Execution is null) continue;
            var busy = instance.Tasks?.Exists(t => t.Run is not null) == true;
            if (!busy && instance.LastTurnTicks <= before && instance.DirtyFrom < 0) instance.Unload();
            else _loadedSinceSweep = true;
        }

        if (_loadedSinceSweep) PlanSweep();
    }

    [LoggerMessage(LogLevel.Warning, "Background work of the hub failed; it is tried again later")]
    private static partial void LogBackground(ILogger logger, Exception e);
}
