using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;

namespace MediaFlows.Engine.Tests.Simulation;

/// <summary>One seed: some flows, some operators, a storage with faults, crashes; and at the end everything must have come out as the model says.</summary>
internal sealed partial class SimRun
{
    private readonly SimWorld _world;
    private readonly SimDriver _driver;
    private readonly SimPrograms _programs;
    private readonly List<SimInstance> _instances = [];

    public SimRun(int seed)
    {
        _world = new SimWorld(seed);
        _driver = new SimDriver(_world) { Restarted = LookAtEverything };
        _programs = new SimPrograms(_world.Random);
    }

    public Dictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    private Random Random => _world.Random;

    public void Run()
    {
        _world.Faults.PerThousand = Random.Next(4) == 0 ? 0 : Random.Next(120);
        _driver.EnsureRunning();
        for (var i = Random.Next(4, 28); i > 0; i--) Act();
        Finish();
    }

    private void Act()
    {
        switch (Random.Next(15))
        {
            case 0 or 1 or 2 or 3:
                Start();
                break;
            case 4:
                _driver.CrashSoon();
                break;
            case 5:
                _driver.CrashNow();
                Count("crash");
                break;
            case 6:
                _driver.PauseAndReplace();
                _driver.EnsureRunning();
                Count("pause");
                break;
            case 7:
                _driver.WakeZombie();
                break;
            case 8:
                _world.Time.Jump(TimeSpan.FromMinutes(Random.Next(-10, 11)));
                break;
            case 9:
                WithSome(Suspend);
                break;
            case 10:
                WithSome(Unsuspend);
                break;
            case 11:
                WithSome(Random.Next(3) == 0 ? Stop : Look);
                break;
            case 12:
                WithSome(SendSome);
                break;
            case 13:
                WithSome(StartAgain);
                break;
            default:
                _driver.Pass(TimeSpan.FromSeconds(Random.Next(1, 2000)));
                break;
        }
    }

    private void Start()
    {
        var instance = new SimInstance($"i{_instances.Count}", _programs.Next());
        _instances.Add(instance);
        var answer = _driver.Ask(c => c.StartAsync(new FlowStart { Flow = "sim.flow", InstanceId = instance.Id, Input = new SimInput(instance.Steps, []) }, CancellationToken.None));
        instance.Exists = answer.IsGood ? true : null;
        Count("start");
    }

    // An id that was acknowledged is taken; one whose start has no known outcome may or may not be.
    private void StartAgain(SimInstance instance)
    {
        var answer = _driver.Ask(c => c.StartAsync(new FlowStart { Flow = "sim.flow", InstanceId = instance.Id, Input = new SimInput(instance.Steps, []) }, CancellationToken.None));
        if (answer.IsUnknown) return;
        if (answer.IsGood && instance.Exists == true) throw new SimulationException($"{instance.Id} was started twice");
        if (!answer.IsGood && answer.Code != ErrorCodes.InstanceExists) throw new SimulationException($"a second start of {instance.Id} met {answer.Code}");
        instance.Exists = true;
        Count("start again");
    }

    private void Suspend(SimInstance instance) => Control(instance, "suspend", c => c.SuspendAsync(instance.Id, "drill", CancellationToken.None), known => instance.Suspended = known ? true : null);

    private void Unsuspend(SimInstance instance) => Control(
        instance, "resume", c => c.ResumeAsync(instance.Id, new ResumeDecision(), CancellationToken.None), known =>
        {
            instance.Suspended = known ? false : null;
            instance.SeenEnd = null;
        });

    private void Stop(SimInstance instance)
    {
        var terminate = Random.Next(2) == 0;
        instance.MayBeStopped = true;
        Control(
            instance,
            terminate ? "terminate" : "cancel",
            c => terminate ? c.TerminateAsync(instance.Id, "drill", CancellationToken.None) : c.CancelAsync(instance.Id, "drill", CancellationToken.None),
            _ => { });
    }

    private void Control(SimInstance instance, string verb, Func<Queries.EmbeddedFlowClient, Task> act, Action<bool> then)
    {
        var answer = _driver.Ask(async c =>
        {
            await act(c);
            return true;
        });
        if (answer.Code is not null && !answer.IsUnknown)
        {
            var fits = answer.Code == ErrorCodes.InvalidState || (answer.Code == ErrorCodes.InstanceNotFound && instance.Exists is null);
            if (!fits) throw new SimulationException($"{verb} of {instance.Id} met {answer.Code}");
            return;
        }

        then(answer.IsGood);
        if (answer.IsGood) Count(verb);
    }

    private void SendSome(SimInstance instance)
    {
        foreach (var (id, key) in SimPrograms.Events(instance.Id, instance.Steps))
            if (id == instance.Id && Random.Next(2) == 0) Send(instance, id, key);
    }

    private void Send(SimInstance instance, string id, string key)
    {
        if (instance.Sent.Contains(key)) return;
        var answer = _driver.Ask(async c =>
        {
            await c.RaiseEventAsync(id, "go-" + key, System.Text.Json.JsonSerializer.SerializeToElement(key), CancellationToken.None);
            return true;
        });
        if (answer.IsGood) instance.Sent.Add(key);
        if (answer.IsGood) Count("event");
    }

    private void WithSome(Action<SimInstance> act)
    {
        if (_instances.Count > 0) act(_instances[Random.Next(_instances.Count)]);
    }

    private void Count(string what) => Done[what] = Done.GetValueOrDefault(what) + 1;
}
