using MediaFlows.Core.Activities;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Engine.Tests.Faults;

/// <summary>Fault F15, seen from the screen: a hub that waits says for what after a few seconds, and once.</summary>
public sealed class WaitingNoticeTests
{
    private static readonly TimeSpan Few = TimeSpan.FromSeconds(10);
    private readonly VirtualTime _time = new();
    private readonly BrokenStore _blobs;
    private readonly WarningLines _log;

    public WaitingNoticeTests()
    {
        _blobs = new BrokenStore(_time);
        _log = new WarningLines(_time);
    }

    [Fact]
    public async Task A_start_whose_storage_is_away_says_so_after_a_few_seconds_and_gives_up_later()
    {
        (_blobs.Writes, _blobs.Reads) = (BlobFailure.Unavailable, BlobFailure.Unavailable);
        var starting = StartAsync();
        await PassUntilAsync(() => starting.IsCompleted);
        Assert.Equal(ErrorCodes.StorageUnavailable, (await Assert.ThrowsAsync<FlowException>(() => starting)).Error.Code);
        var (after, line) = Assert.Single(_log.Lines);
        Assert.InRange(after, TimeSpan.FromSeconds(1), Few);
        Assert.Contains("storage says Unavailable", line, StringComparison.Ordinal);
        Assert.Contains("not open yet", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_whose_storage_does_not_answer_at_all_says_so_too()
    {
        _blobs.Holds = new TaskCompletionSource();
        var starting = StartAsync();
        _time.Advance(Few);
        Assert.Contains("has not answered yet", Assert.Single(_log.Lines).Line, StringComparison.Ordinal);
        _blobs.Holds.SetResult();
        await using var host = await starting;
        await host.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Single(_log.Lines);
    }

    [Fact]
    public async Task A_start_that_watches_an_owner_on_another_machine_names_it()
    {
        await (await StartAsync(new Remote("first"))).DisposeAsync();
        Assert.Empty(_log.Lines);
        var starting = StartAsync(new Remote("second"));
        await PassUntilAsync(() => starting.IsCompleted, TimeSpan.FromMinutes(2));
        await using var host = await starting;
        var (after, line) = Assert.Single(_log.Lines);
        Assert.InRange(after, TimeSpan.FromSeconds(1), Few);
        Assert.Contains("Process 7 on first", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_hub_says_that_its_storage_is_away_and_goes_on()
    {
        await using var host = await StartAsync();
        await host.StartAsync("test.flow", "x", "one");
        await host.SettleAsync();
        (_blobs.Writes, _blobs.Reads) = (BlobFailure.Unavailable, BlobFailure.Unavailable);
        var second = host.StartAsync("test.flow", "x", "two");
        var end = _time.GetUtcNow() + TimeSpan.FromMinutes(1);
        await PassUntilAsync(() => _time.GetUtcNow() >= end);
        (_blobs.Writes, _blobs.Reads) = (null, null);
        await PassUntilAsync(() => second.IsCompleted);
        await second;
        var (after, line) = Assert.Single(_log.Lines);
        Assert.InRange(after, TimeSpan.FromSeconds(1), Few);
        Assert.Contains("storage says Unavailable", line, StringComparison.Ordinal);
        Assert.DoesNotContain("not open yet", line, StringComparison.Ordinal);
    }

    private Task<FlowTestHost> StartAsync(IOwnerLiveness? owners = null) => FlowTestHost.StartAsync(new FlowTestOptions
    {
        Time = _time,
        Blobs = _blobs,
        Configure = services =>
        {
            services.AddSingleton<ILoggerProvider>(_log);
            services.AddSingleton<IFlow>(new ScriptedFlow("test.flow", (context, input) => context.Act(input)));
            services.AddSingleton<IActivity>(new ScriptedActivity(ScriptedHost.Echo));
            if (owners is not null) services.AddSingleton(owners);
        },
    });

    // A hub that waits never settles: time passes whenever its next try is due, and not to a chore that is further away.
    private async Task PassUntilAsync(Func<bool> done, TimeSpan? stride = null)
    {
        while (!done())
        {
            if (_time.NextDue is { } due && due - _time.GetUtcNow() <= (stride ?? TimeSpan.FromSeconds(5))) _time.AdvanceToNextTimer();
            else await Task.Yield();
        }
    }

    /// <summary>An owner on a machine of its own, of which nobody elsewhere can say whether it lives.</summary>
    private sealed class Remote(string machine) : IOwnerLiveness
    {
        public OwnerIdentity Self(string id) => new(id, machine, 7, 1);

        public bool? IsAlive(OwnerRecord owner) => null;
    }
}
