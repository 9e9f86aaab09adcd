using MediaFlows.Core.Errors;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Queries;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>Keeps a process running in a simulated world, kills and pauses it, and asks it things.</summary>
internal sealed class SimDriver(SimWorld world)
{
    private const int MostStrides = 20_000;
    private SimProcess? _process;
    private SimProcess? _zombie;

    public int Restarts { get; private set; }

    /// <summary>Called when a new process is up.</summary>
    public Action? Restarted { get; set; }

    /// <summary>Asks the running process; starts one when there is none.</summary>
    public Answer<T> Ask<T>(Func<EmbeddedFlowClient, Task<T>> question)
    {
        EnsureRunning();
        var process = _process!;
        return Run(process, () => question(process.Client));
    }

    /// <summary>The process is killed at one of its next storage calls.</summary>
    public void CrashSoon() => world.Faults.CallsToCrash = world.Random.Next(1, 30);

    public void CrashNow()
    {
        _process?.Store.Kill();
        _process = null;
    }

    /// <summary>The process is paused as by SIGSTOP; the next one takes the hub, then the paused one wakes.</summary>
    public void PauseAndReplace()
    {
        if (_process is null || _zombie is not null) return;
        _zombie = _process;
        _zombie.Store.Pause();
        world.HasZombie = true;
        _process = null;
    }

    public void WakeZombie()
    {
        if (_zombie is not { } zombie) return;
        EnsureRunning();
        zombie.Store.Wake();
        PumpFor(20);
        zombie.Store.Kill();
        _zombie = null;
        world.HasZombie = false;
    }

    /// <summary>Lets everything run that can run now, and some time pass.</summary>
    public void Pass(TimeSpan time)
    {
        EnsureRunning();
        world.Scheduler.RunAll();
        var end = world.Time.GetUtcNow() + time;
        for (var i = 0; i < MostStrides && world.Time.NextDue is { } due && due <= end; i++)
        {
            world.Time.AdvanceToNextTimer();
            world.Scheduler.RunAll();
        }

        if (world.Time.GetUtcNow() < end) world.Time.Advance(end - world.Time.GetUtcNow());
        world.Scheduler.RunAll();
        Check();
    }

    public void EnsureRunning()
    {
        for (var tries = 0; _process is null || _process.Store.IsDead || _process.Hub.Health.Phase == HubPhase.Failed; tries++)
        {
            Check();
            if (tries > 50) throw new SimulationException("no process comes up");
            if (tries > 5) world.Faults.CallsToCrash = 0;
            if (tries > 5) world.Faults.PerThousand = 0;
            _process?.Store.Kill();
            _process = new SimProcess(world);
            var started = Run(_process, _process.StartAsync);
            if (!started.IsGood) continue;
            Restarts++;
            Restarted?.Invoke();
        }
    }

    /// <summary>The blobs as they are, for the report of a failure.</summary>
    public string Describe()
    {
        var names = new List<string>();
        _ = world.Scheduler.Start(async () =>
        {
            await foreach (var item in world.Blobs.ListAsync("", CancellationToken.None)) names.Add($"{item.Name}:{item.Length}");
            return true;
        });
        world.Scheduler.RunAll();
        return $"epoch {_process?.Hub.Health.Epoch}, live {_process?.Hub.Health.Live}, finished {_process?.Hub.Health.Finished}; {string.Join(" ", names)}";
    }

    private Answer<T> Run<T>(SimProcess process, Func<Task<T>> work)
    {
        var task = world.Scheduler.Start(work);
        for (var stride = 0; stride < MostStrides; stride++)
        {
            while (!task.IsCompleted && world.Scheduler.RunOne())
            {
            }

            if (task.IsCompletedSuccessfully) return new Answer<T>(task.Result, null, false);
            if (task.IsFaulted) return Refused<T>(task.Exception!.InnerException!, process);
            if (process.Store.IsDead) return new Answer<T>(default, null, true);
            if (world.Random.Next(3) == 0) world.LandSomething();
            if (!world.Time.AdvanceToNextTimer()) throw new SimulationException("a client waits and nothing will ever answer it");
        }

        throw new SimulationException($"a client waits for too long; {process.Hub.Health}; {Describe()}");
    }

    private Answer<T> Refused<T>(Exception e, SimProcess process)
    {
        if (e is not FlowException f) throw new SimulationException($"a client met {e}");
        if (f.Error.Code is ErrorCodes.JournalDamaged or ErrorCodes.JournalTooNew or ErrorCodes.HubOwned or ErrorCodes.Internal) throw new SimulationException($"a client met {e}");
        if (f.Error.Code is ErrorCodes.HubLost && process != _zombie) throw new SimulationException($"the only owner lost the hub: {e}");
        if (f.Error.Code is ErrorCodes.StorageUnavailable or ErrorCodes.HubLost) return new Answer<T>(default, f.Error.Code, true);
        return new Answer<T>(default, f.Error.Code, false);
    }

    private void PumpFor(int strides)
    {
        world.Scheduler.RunAll();
        for (var i = 0; i < strides && world.Time.AdvanceToNextTimer(); i++) world.Scheduler.RunAll();
        Check();
    }

    private void Check()
    {
        if (world.Violation is { } violation) throw new SimulationException(violation);
        var error = _process?.Hub.Health.Error;
        if (error is not null && error.Code != ErrorCodes.StorageUnavailable) throw new SimulationException($"the hub failed: {error.Code} {error.Message}");
    }
}
