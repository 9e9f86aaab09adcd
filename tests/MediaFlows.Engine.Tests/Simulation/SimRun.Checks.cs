using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;

namespace MediaFlows.Engine.Tests.Simulation;

internal sealed partial class SimRun
{
    private bool _looking;

    private void LookAtEverything()
    {
        if (_looking) return;
        _looking = true;
        foreach (var instance in _instances.ToList()) Look(instance);
        _looking = false;
    }

    /// <summary>What is shown of an instance must fit everything that was acknowledged about it.</summary>
    private void Look(SimInstance instance)
    {
        var answer = _driver.Ask(c => c.GetAsync(instance.Id, CancellationToken.None));
        if (!answer.IsGood) return;
        if (answer.Value is not { } now)
        {
            if (instance.Exists == true) throw new SimulationException($"{instance.Id} was accepted and is lost; {_driver.Describe()}");
            return;
        }

        instance.Exists = true;
        var ended = now.Status.IsEnded();
        if (instance.SeenEnd is { } seen && seen != now.Status) throw new SimulationException($"{instance.Id} was {seen} and is {now.Status}");
        if (instance.Suspended == true && !ended && now.Status != FlowStatus.Suspended) throw new SimulationException($"{instance.Id} was suspended and is {now.Status}");
        if (now.Error?.Code is "MF2004" or "MF2007" or "MF9001") throw new SimulationException($"{instance.Id}: {now.Error.Code} {now.Error.Message}");
        if (!ended && string.IsNullOrEmpty(now.WaitingFor)) throw new SimulationException($"{instance.Id} waits for nothing");
        if (ended) instance.SeenEnd = now.Status;
        if (!ended || now.Status == FlowStatus.Completed) NoteCompleted(instance);
        Count("look");
    }

    // A history that was shown is durable: what it says is completed must never run again.
    private void NoteCompleted(SimInstance instance)
    {
        var answer = _driver.Ask(async c =>
        {
            var events = new List<FlowHistoryEvent>();
            await foreach (var e in c.HistoryAsync(instance.Id, 0, CancellationToken.None)) events.Add(e);
            return events;
        });
        if (!answer.IsGood) return;
        var scheduled = new Dictionary<int, string>();
        foreach (var e in answer.Value!)
        {
            if (e.Type == "TaskScheduled") scheduled[e.TaskId!.Value] = (string)e.Input!["key"]!;
            else if (e.Type == "TaskCompleted" && scheduled.Remove(e.TaskId!.Value, out var key)) _world.Completed.Add(key);
            else if (e.Type == "TaskCompleted") throw new SimulationException($"task {e.TaskId} of {instance.Id} has two ends");
        }
    }

    /// <summary>The storage is well again, operators do what is needed: now every flow must come to the end that the model says.</summary>
    private void Finish()
    {
        (_world.Faults.PerThousand, _world.Faults.CallsToCrash, _world.IsHealed) = (0, 0, true);
        _driver.WakeZombie();
        while (_world.Late.Count > 0) _world.LandSomething();
        _driver.EnsureRunning();
        LookAtEverything();
        foreach (var instance in _instances.Where(i => i.Exists == true)) BringToEnd(instance);
        CheckListing();
        if (Random.Next(4) == 0) PurgeAll();
    }

    private void BringToEnd(SimInstance instance)
    {
        for (var round = 0; round < 400; round++)
        {
            var now = _driver.Ask(c => c.GetAsync(instance.Id, CancellationToken.None)).Value ?? throw new SimulationException($"{instance.Id} is lost");
            switch (now.Status)
            {
                case FlowStatus.Completed:
                    Compare(instance, now);
                    return;
                case FlowStatus.Terminated or FlowStatus.Cancelled:
                    if (!instance.MayBeStopped) throw new SimulationException($"{instance.Id} is {now.Status} and nobody stopped it");
                    return;
                case FlowStatus.Failed when instance.MayBeStopped && now.Error!.Code is "MF2006" or "MF2005":
                    return;
                case FlowStatus.Failed:
                    GoOn(instance, "retry", c => c.RetryAsync(instance.Id, new ResumeDecision(), CancellationToken.None));
                    break;
                case FlowStatus.Suspended or FlowStatus.TimedOut:
                    GoOn(instance, "resume at the end", c => c.ResumeAsync(instance.Id, new ResumeDecision(), CancellationToken.None));
                    break;
                default:
                    foreach (var (id, key) in SimPrograms.Events(instance.Id, instance.Steps)) Send(instance, id, key);
                    _driver.Pass(TimeSpan.FromSeconds(700));
                    break;
            }
        }

        var last = _driver.Ask(c => c.GetAsync(instance.Id, CancellationToken.None)).Value!;
        var children = _driver.Ask(c => c.ListAsync(new FlowQuery { IncludeChildren = true, Top = 1000 }, CancellationToken.None)).Value!.Items.Where(i => i.ParentId is not null);
        var family = string.Join(", ", children.Select(c => $"{c.ParentId}/{c.Id} {c.Status} {c.WaitingFor} {c.Error?.Message}"));
        throw new SimulationException($"{instance.Id} does not end: {last.Status}, waiting for {last.WaitingFor} {last.Error?.Message}; children: {family}");
    }

    private void GoOn(SimInstance instance, string verb, Func<Queries.EmbeddedFlowClient, Task> act)
    {
        instance.SeenEnd = null;
        instance.Suspended = false;
        Control(instance, verb, act, _ => { });
        _driver.Pass(TimeSpan.FromSeconds(1));
    }

    private static void Compare(SimInstance instance, FlowInstance now)
    {
        var expected = SimPrograms.Expected(instance.Steps).ToList();
        var actual = now.Output!["log"]!.AsArray().Select(n => (string?)n).ToList();
        var at = Enumerable.Range(0, Math.Max(expected.Count, actual.Count)).FirstOrDefault(i => expected.ElementAtOrDefault(i) != actual.ElementAtOrDefault(i), -1);
        if (at >= 0) throw new SimulationException($"{instance.Id}, step {at}: expected {Short(expected.ElementAtOrDefault(at))}, did {Short(actual.ElementAtOrDefault(at))}");
    }

    private static string Short(string? text) => text is { Length: > 200 } ? $"{text[..100]}…{text[^100..]} ({text.Length})" : text ?? "nothing";

    private void CheckListing()
    {
        var listed = new List<string>();
        string? cursor = null;
        do
        {
            var page = _driver.Ask(c => c.ListAsync(new FlowQuery { Top = 3, Continuation = cursor }, CancellationToken.None)).Value!;
            listed.AddRange(page.Items.Select(i => i.Id));
            cursor = page.Continuation;
        }
        while (cursor is not null);

        var expected = _instances.Where(i => i.Exists == true).Select(i => i.Id);
        if (!listed.Order(StringComparer.Ordinal).SequenceEqual(expected.Order(StringComparer.Ordinal))) throw new SimulationException($"listed are {string.Join(",", listed)}");
    }

    private void PurgeAll()
    {
        // Children that outlived a stopped parent may end only now, so it takes two rounds.
        var count = _driver.Ask(c => c.PurgeAsync(new PurgeFilter([], null, null), CancellationToken.None)).Value;
        _driver.Pass(TimeSpan.FromHours(2));
        count += _driver.Ask(c => c.PurgeAsync(new PurgeFilter([], null, null), CancellationToken.None)).Value;
        foreach (var instance in _instances) (instance.Exists, instance.SeenEnd) = (null, null);

        // What a process wrote just before it died belongs to no instance; the next start sweeps it away.
        _driver.CrashNow();
        _driver.Pass(TimeSpan.FromMinutes(5));
        var left = _driver.Ask(c => c.ListAsync(new FlowQuery { IncludeChildren = true }, CancellationToken.None)).Value!;
        var living = left.Items.Count(i => !i.Status.IsEnded());
        if (left.Items.Count > living) throw new SimulationException($"{left.Items.Count} instances are left after the purge of {count}");
        if (living == 0 && StoredPayloads() is { Count: > 0 } payloads) throw new SimulationException($"payloads are left after the purge: {string.Join(",", payloads)}");
        Count("purge");
    }

    private List<string> StoredPayloads() =>
        _driver.Ask(async _ =>
        {
            var names = new List<string>();
            await foreach (var item in _world.Blobs.ListAsync("hubs/mediaflows/payloads/", CancellationToken.None)) names.Add(item.Name);
            return names;
        }).Value!;
}
