using System.Collections.Concurrent;
using MediaFlows.Core.Client;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Runtime;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Engine.Tests.Faults;

/// <summary>Fault F17: a stop in mid-work drains within 30 seconds and leaves to the next start what could not end.</summary>
public sealed class StopTests
{
    private readonly VirtualTime _time = new();
    private readonly ConcurrentDictionary<string, int> _begun = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _beginnings = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<string> _quick = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DateTimeOffset> _signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Fact]
    public async Task What_ends_in_time_is_kept_what_listens_is_signalled_after_the_grace_and_what_does_not_is_left_behind()
    {
        string[] ids = ["quick", "listening", "stubborn"];
        var engine = FlowTestOptions.CalmEngine with { StopGrace = new EngineOptions().StopGrace };
        var flow = new ScriptedFlow("test.flow", (context, input) => context.Act(input));
        await using var host = await ScriptedHost.StartAsync(WorkAsync, engine, _time, null, flow);
        foreach (var id in ids) await host.StartAsync("test.flow", id, id);
        foreach (var id in ids) await Beginning(id).Task;

        var begin = _time.GetUtcNow();
        _quick.SetResult("quick");
        var stop = host.Services.GetRequiredService<Hub>().StopAsync();
        var stopped = stop.ContinueWith(_ => _time.GetUtcNow(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!stopped.IsCompleted)
        {
            // The hub's own look at what still runs is the only thing that is due so soon: time passes when it waits, and not before. After the grace it
            // stands still until the activity, on a thread of its own, has seen its signal.
            var waitsForSignal = !_signalled.Task.IsCompleted && _time.GetUtcNow() - begin >= TimeSpan.FromSeconds(5.2);
            if (!waitsForSignal && _time.NextDue is { } due && due - _time.GetUtcNow() <= TimeSpan.FromMilliseconds(100)) _time.AdvanceToNextTimer();
            else await Task.Yield();
        }

        await stop;
        Assert.InRange(await _signalled.Task - begin, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.2));
        Assert.InRange(await stopped - begin, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(25.5));
        Assert.Equal(HubPhase.Stopped, host.Monitor.Health.Phase);

        await host.CrashAndRestartAsync();
        foreach (var id in ids) Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync(id)).Status);
        Assert.Equal([1, 2, 2], ids.Select(id => _begun[id]));
    }

    private TaskCompletionSource Beginning(string id) => _beginnings.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    private async Task<string> WorkAsync(Core.Activities.ActivityContext context, string input, CancellationToken stop)
    {
        var first = _begun.AddOrUpdate(input, 1, (_, n) => n + 1) == 1;
        Beginning(input).TrySetResult();
        if (!first) return input;
        if (input == "quick") return await _quick.Task;
        if (input == "stubborn") await new TaskCompletionSource().Task;
        try
        {
            await new TaskCompletionSource().Task.WaitAsync(stop);
        }
        finally
        {
            _signalled.SetResult(_time.GetUtcNow());
        }

        return input;
    }
}
