using System.Text.Json;
using MediaFlows.Core.Client;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Storage;
using MediaFlows.Engine.Hosting;
using MediaFlows.Engine.Tests.Scripted;
using MediaFlows.Testing.Time;

namespace MediaFlows.Engine.Tests.Faults;

/// <summary>Contract line 5 and fault F15: storage that is full, read-only, away or deleted stops the hub cleanly; once it is well again everything goes on.</summary>
public sealed class StorageLossTests
{
    private readonly VirtualTime _time = new();
    private readonly BrokenStore _blobs;
    private int _ran;

    public StorageLossTests() => _blobs = new BrokenStore(_time);

    [Theory]
    [InlineData(BlobFailure.Rejected, false)] // Disk full.
    [InlineData(BlobFailure.Forbidden, false)] // The account became read-only, or the key was taken away.
    [InlineData(BlobFailure.Unavailable, true)] // Azurite stopped: reads fail too.
    [InlineData(BlobFailure.Throttled, false)]
    public async Task Line_5_a_storage_that_takes_nothing_more_stops_the_hub_with_a_clear_error_and_the_next_start_goes_on(BlobFailure failure, bool readsToo)
    {
        await using var host = await ScriptedHost.StartAsync(Count, null, _time, _blobs, Flow);
        await host.StartAsync("test.flow", "x", "one");
        await host.SettleAsync();
        (_blobs.Writes, _blobs.Reads) = (failure, readsToo ? failure : null);
        var written = _blobs.Written;
        var refused = Assert.ThrowsAsync<FlowException>(() => host.Client.RaiseEventAsync("one", "go", JsonSerializer.SerializeToElement("on"), default));
        await PassUntilAsync(() => refused.IsCompleted);
        Assert.Equal(ErrorCodes.StorageUnavailable, (await refused).Error.Code);
        Assert.Equal((HubPhase.Failed, ErrorCodes.StorageUnavailable), (host.Monitor.Health.Phase, host.Monitor.Health.Error!.Code));
        Assert.Equal(ErrorCodes.StorageUnavailable, (await Assert.ThrowsAsync<FlowException>(() => host.StartAsync("test.flow", "x", "two"))).Error.Code);
        Assert.Equal(written, _blobs.Written);

        (_blobs.Writes, _blobs.Reads) = (null, null);
        await host.CrashAndRestartAsync();
        Assert.Null(await host.Client.GetAsync("two", default));
        await host.Client.RaiseEventAsync("one", "go", JsonSerializer.SerializeToElement("on"), default);
        Assert.Equal((FlowStatus.Completed, 2), ((await host.RunToEndAsync("one")).Status, _ran));
    }

    [Theory]
    [InlineData(BlobFailure.NotFound)] // The address of something that is no storage account.
    [InlineData(BlobFailure.Forbidden)]
    [InlineData(BlobFailure.Rejected)]
    public async Task Line_5_a_storage_that_refuses_the_start_is_a_clear_error_at_once(BlobFailure failure)
    {
        _blobs.Writes = failure;
        var error = (await Assert.ThrowsAsync<FlowException>(() => ScriptedHost.StartAsync(Count, null, _time, _blobs, Flow))).Error;
        Assert.Equal(ErrorCodes.StorageUnavailable, error.Code);
        Assert.False(string.IsNullOrEmpty(error.Hint));
    }

    [Fact]
    public async Task Line_5_a_storage_that_is_away_for_a_minute_costs_a_minute()
    {
        await using var host = await ScriptedHost.StartAsync(Count, null, _time, _blobs, Flow);
        await host.StartAsync("test.flow", "x", "one");
        await host.SettleAsync();
        (_blobs.Writes, _blobs.Reads) = (BlobFailure.Unavailable, BlobFailure.Unavailable);
        var raised = host.Client.RaiseEventAsync("one", "go", JsonSerializer.SerializeToElement("on"), default);
        var end = _time.GetUtcNow() + TimeSpan.FromMinutes(1);
        await PassUntilAsync(() => _time.GetUtcNow() >= end);
        Assert.False(raised.IsCompleted, "nothing is answered before it is durable");
        (_blobs.Writes, _blobs.Reads) = (null, null);
        await PassUntilAsync(() => raised.IsCompleted);
        Assert.Equal((FlowStatus.Completed, 2), ((await host.RunToEndAsync("one")).Status, _ran));
        await raised;
    }

    [Fact]
    public async Task Line_3_a_deleted_container_stops_the_hub_and_no_new_journal_is_begun_in_its_place()
    {
        await using var host = await ScriptedHost.StartAsync(Count, null, _time, _blobs, Flow);
        await host.StartAsync("test.flow", "x", "one");
        await host.SettleAsync();
        await foreach (var item in _blobs.ListAsync("", default)) await _blobs.DeleteAsync(item.Name, null, default);
        Assert.Equal(ErrorCodes.HubLost, (await Assert.ThrowsAsync<FlowException>(() => host.StartAsync("test.flow", "x", "two"))).Error.Code);
        Assert.Equal(HubPhase.Failed, host.Monitor.Health.Phase);
        await foreach (var item in _blobs.ListAsync("", default)) Assert.Fail($"{item.Name} was made");
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("flipped")]
    [InlineData("cut off")]
    public async Task Line_10_a_payload_that_is_damaged_stops_its_instance_with_a_clear_error_and_no_other(string how)
    {
        await using var host = await ScriptedHost.StartAsync(Count, null, _time, _blobs, Flow);
        await host.StartAsync("test.flow", new string('x', 70_000), "large");
        await host.StartAsync("test.flow", "x", "small");
        await host.SettleAsync();
        await DamageAsync("payloads", how);
        await host.CrashAndRestartAsync();
        foreach (var id in (string[])["large", "small"]) await host.Client.RaiseEventAsync(id, "go", JsonSerializer.SerializeToElement("on"), default);
        Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync("small")).Status);
        await host.SettleAsync();
        Assert.Equal(1, host.Monitor.Health.Blocked);
        Assert.Equal(3, _ran);
        await host.Client.TerminateAsync("large", null, default);
    }

    [Theory]
    [InlineData("finished", "flipped")]
    [InlineData("finished", "cut off")]
    [InlineData("payloads", "flipped")]
    public async Task Line_10_a_finished_instance_whose_record_is_damaged_is_refused_and_never_shown_wrong(string folder, string how)
    {
        await using var host = await ScriptedHost.StartAsync(Count, null, _time, _blobs, Flow);
        await host.StartAsync("test.flow", new string('x', 70_000), "one");
        await host.SettleAsync();
        await host.Client.RaiseEventAsync("one", "go", JsonSerializer.SerializeToElement("on"), default);
        await host.RunToEndAsync("one");
        await host.PassAsync(TimeSpan.FromMinutes(1));
        await DamageAsync(folder, how);
        await host.CrashAndRestartAsync();
        Assert.Equal(ErrorCodes.JournalDamaged, (await Assert.ThrowsAsync<FlowException>(() => host.Client.GetAsync("one", default))).Error.Code);

        // The hub itself goes on.
        await host.StartAsync("test.flow", "x", "two");
        await host.Client.RaiseEventAsync("two", "go", JsonSerializer.SerializeToElement("on"), default);
        Assert.Equal(FlowStatus.Completed, (await host.RunToEndAsync("two")).Status);
    }

    private async Task DamageAsync(string folder, string how)
    {
        var names = new List<string>();
        await foreach (var item in _blobs.ListAsync($"hubs/mediaflows/{folder}/", default)) names.Add(item.Name);
        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            if (how == "gone") await _blobs.DeleteAsync(name, null, default);
            else if (how == "flipped") _blobs.Corrupt(name, bytes => bytes[bytes.Count / 2] ^= 0x01);
            else _blobs.Corrupt(name, bytes => bytes.RemoveRange(bytes.Count - 5, 5));
        }
    }

    private static ScriptedFlow Flow => new("test.flow", async (context, input) =>
    {
        await context.Act(input);
        return await context.Act(await context.WaitForExternalEvent<string>("go"));
    });

    // A hub that waits for its storage never settles: time passes whenever its next try is due.
    private async Task PassUntilAsync(Func<bool> done)
    {
        while (!done())
        {
            if (_time.NextDue is { } due && due - _time.GetUtcNow() <= TimeSpan.FromSeconds(5)) _time.AdvanceToNextTimer();
            else await Task.Yield();
        }
    }

    private Task<string> Count(Core.Activities.ActivityContext context, string input, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _ran);
        return Task.FromResult(input);
    }
}
