using System.Collections.Concurrent;
using MediaFlows.Core.Flows;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests.Timers;

/// <summary>Flows that note when their timers came, and flows whose turns cost time: the clock moves on while the loop is at work.</summary>
internal sealed class TimerLoad(VirtualTime time, TimeSpan turnCost) : IDisposable
{
    private readonly SemaphoreSlim _plug = new(0);

    /// <summary>By instance: when the timer was due, the time that the code saw when it came, and the monotonic time then.</summary>
    public ConcurrentDictionary<string, (DateTime Due, DateTime Seen, long Stamp)> Fired { get; } = new(StringComparer.Ordinal);

    public IFlow[] Flows =>
    [
        new ScriptedFlow("load.timer", async (context, milliseconds) =>
        {
            var due = context.CurrentUtcDateTime.AddMilliseconds(int.Parse(milliseconds, System.Globalization.CultureInfo.InvariantCulture));
            await context.CreateTimer(due);
            Fired[context.InstanceId] = (due, context.CurrentUtcDateTime, time.GetTimestamp());
            return "";
        }),
        new ScriptedFlow("load.busy", async (context, input) =>
        {
            while (await context.WaitForExternalEvent<string>("work") != "end")
            {
                time.Advance(turnCost);
                _ = context.Act(input); // Not awaited: every event is to find the code waiting for it.
            }

            return "";
        }),
        new ScriptedFlow("load.plug", async (context, _) =>
        {
            while (await context.WaitForExternalEvent<string>("plug") != "end") _plug.Wait();
            return "";
        }),
    ];

    /// <summary>Lets the loop go on that stands in a turn of <c>load.plug</c>.</summary>
    public void Unplug() => _plug.Release();

    public void Dispose() => _plug.Dispose();
}
