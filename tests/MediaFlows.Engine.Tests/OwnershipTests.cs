using MediaFlows.Core.Errors;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Journal;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests;

public sealed class OwnershipTests
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Watch = TimeSpan.FromSeconds(45);
    private readonly VirtualTime _time = new();
    private readonly MemoryBlobStore _blobs;

    public OwnershipTests() => _blobs = new MemoryBlobStore(_time);

    [Fact]
    public async Task A_second_process_is_refused_while_the_first_one_lives()
    {
        await New(alive: true).AcquireAsync("first");
        var error = await Assert.ThrowsAsync<FlowException>(() => New(alive: true).AcquireAsync("second"));
        Assert.Equal(ErrorCodes.HubOwned, error.Error.Code);
        Assert.Contains("process 7 on here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_owner_and_one_that_released_the_hub_are_followed_at_once()
    {
        await New(alive: true).AcquireAsync("first");
        await New(alive: false).AcquireAsync("second");
        var third = New(alive: true);
        await New(alive: false).AcquireAsync("released");
        var last = New(alive: false);
        await last.AcquireAsync("last");
        await last.ReleaseAsync(1, 10);
        Assert.Equal("last", (await third.AcquireAsync("third"))!.OwnerId);
    }

    [Fact]
    public async Task An_owner_on_another_machine_is_watched_and_refuses_by_a_sign_of_life()
    {
        var first = New(alive: null);
        await first.AcquireAsync("first");
        var second = New(alive: null).AcquireAsync("second");
        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.True(await first.BeatAsync(1, 1));
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(ErrorCodes.HubOwned, (await Assert.ThrowsAsync<FlowException>(() => second)).Error.Code);
    }

    [Fact]
    public async Task A_silent_owner_on_another_machine_is_replaced_after_the_watch_and_learns_it()
    {
        var first = New(alive: null);
        await first.AcquireAsync("first");
        var second = New(alive: null).AcquireAsync("second");
        _time.Advance(Watch + TimeSpan.FromSeconds(1));
        Assert.Equal("first", (await second)!.OwnerId);
        Assert.False(await first.BeatAsync(1, 1));
    }

    [Fact]
    public async Task A_hub_that_was_taken_over_writes_nothing_more_and_says_so()
    {
        var flow = new ScriptedFlow("test.flow", (context, input) => context.Act(input));
        await using var first = await ScriptedHost.StartAsync(ScriptedHost.Echo, null, _time, _blobs, flow);
        await using var second = await ScriptedHost.StartAsync(ScriptedHost.Echo, null, _time, _blobs, flow);
        var before = await Stored();
        var error = await Assert.ThrowsAsync<FlowException>(() => first.StartAsync("test.flow", "x", "late"));
        Assert.Equal(ErrorCodes.HubLost, error.Error.Code);
        Assert.Equal((HubPhase.Failed, ErrorCodes.HubLost), (first.Monitor.Health.Phase, first.Monitor.Health.Error!.Code));
        Assert.Equal(before, await Stored());
        Assert.Null(await second.Client.GetAsync("late", default));
        await second.StartAsync("test.flow", "x", "fine");
        Assert.Equal("x", (string?)(await second.RunToEndAsync("fine")).Output);
    }

    private async Task<string> Stored()
    {
        var all = new List<string>();
        await foreach (var item in _blobs.ListAsync("", default)) all.Add($"{item.Name} {item.ETag} {item.Length}");
        return string.Join("\n", all);
    }

    private HubOwnership New(bool? alive) =>
        new(_blobs, new HubNames("mediaflows"), new StoragePatience(_time, TimeSpan.FromMinutes(1)), new Told(alive), _time, Beat, Watch);

    private sealed class Told(bool? alive) : IOwnerLiveness
    {
        public OwnerIdentity Self(string id) => new(id, "here", 7, 1);

        public bool? IsAlive(OwnerRecord owner) => alive;
    }
}
