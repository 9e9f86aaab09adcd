using MediaFlows.Core.Batches;
using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Submissions;
using MediaFlows.Core.Submissions.Charges;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;

namespace MediaFlows.Core.Tests.Submissions.Charges;

public class BlobChargeGateTests
{
    private readonly VirtualTime _time = new();
    private readonly MemoryBlobStore _blobs;

    public BlobChargeGateTests() => _blobs = new MemoryBlobStore(_time);

    [Fact]
    public async Task A_hundred_at_once_never_pass_the_limit_together_not_even_from_two_processes()
    {
        BlobChargeGate[] gates = [Gate(), Gate()];
        await gates[0].BeginAsync("b", 10, CancellationToken.None);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => gates[i % 2].ReserveAsync($"b:i{i}", "S1", "p", CancellationToken.None))));
        Assert.Equal(10, answers.Count(a => a is null));
        Assert.All(answers.OfType<FlowError>(), e => Assert.Equal(ErrorCodes.ChargeLimit, e.Code));
        Assert.Equal(10, (await gates[1].ReadAsync("b", CancellationToken.None))!.Count);
    }

    [Fact]
    public async Task The_same_step_reserves_once_and_a_refused_one_gives_its_room_back()
    {
        var gate = Gate();
        await gate.BeginAsync("b", 1, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.Null(await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.NotNull(await gate.ReserveAsync("b:i1", "S1", "p", CancellationToken.None));
        await gate.SettleAsync("b:i0", "S1", charged: false, CancellationToken.None);
        await gate.SettleAsync("b:i0", "S1", charged: false, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("b:i1", "S1", "p", CancellationToken.None));
        Assert.Equal(1, (await gate.ReadAsync("b", CancellationToken.None))!.Count);
    }

    [Fact]
    public async Task A_charge_that_was_counted_before_a_crash_and_not_noted_is_not_counted_again()
    {
        await Gate().BeginAsync("b", 2, CancellationToken.None);
        Assert.Null(await Gate().ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        await foreach (var note in _blobs.ListAsync("charges/reserved/", CancellationToken.None)) await _blobs.DeleteAsync(note.Name, null, CancellationToken.None);
        Assert.Null(await Gate().ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.Equal(1, (await Gate().ReadAsync("b", CancellationToken.None))!.Count);
        Assert.Null(await Gate().ReserveAsync("b:i1", "S1", "p", CancellationToken.None));
        Assert.NotNull(await Gate().ReserveAsync("b:i2", "S1", "p", CancellationToken.None));
    }

    [Fact]
    public async Task The_daily_limit_opens_again_at_midnight_utc()
    {
        var gate = Gate(perDay: 2);
        Assert.Null(await gate.ReserveAsync("a", "S1", "p", CancellationToken.None));
        Assert.Null(await gate.ReserveAsync("b", "S1", "p", CancellationToken.None));
        Assert.Contains("today", (await gate.ReserveAsync("c", "S1", "p", CancellationToken.None))!.Message, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await gate.ReserveAsync("c", "S1", "p", CancellationToken.None));
    }

    [Fact]
    public async Task A_charge_that_is_noted_and_forgotten_by_the_counter_is_not_counted_again_by_a_later_process()
    {
        var gate = Gate();
        await gate.BeginAsync("b", 5, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None));

        // The next write lets the counter forget the first one, which has its note.
        Assert.Null(await gate.ReserveAsync("b:i1", "S1", "p", CancellationToken.None));
        Assert.Null(await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.Null(await Gate().ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.Equal(2, (await Gate().ReadAsync("b", CancellationToken.None))!.Count);
    }

    [Fact]
    public async Task What_the_day_refuses_the_batch_gets_back()
    {
        var gate = Gate(perDay: 1);
        await gate.BeginAsync("b", 5, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.Contains("today", (await gate.ReserveAsync("b:i1", "S1", "p", CancellationToken.None))!.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await gate.ReadAsync("b", CancellationToken.None))!.Count);
    }

    [Fact]
    public async Task A_raised_limit_lets_more_through_and_a_stage_that_runs_again_does_not_lower_it()
    {
        var gate = Gate();
        Assert.False(await gate.LimitAsync("b", 5, CancellationToken.None));
        await gate.BeginAsync("b", 1, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.NotNull(await gate.ReserveAsync("b:i1", "S1", "p", CancellationToken.None));
        Assert.True(await Gate().LimitAsync("b", 2, CancellationToken.None));
        await Gate().BeginAsync("b", 1, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("b:i1", "S1", "p", CancellationToken.None));
        Assert.NotNull(await gate.ReserveAsync("b:i2", "S1", "p", CancellationToken.None));
        Assert.Equal(new ChargeState(2, 2), await gate.ReadAsync("b", CancellationToken.None));
    }

    [Fact]
    public async Task A_batch_inside_another_counts_for_both_and_what_one_refuses_the_other_gets_back()
    {
        var gate = Gate();
        await gate.BeginAsync("r", 5, CancellationToken.None);
        await gate.BeginAsync("r:step", 1, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("r:step:i0", "S1", "p", CancellationToken.None));
        var refused = await gate.ReserveAsync("r:step:i1", "S1", "p", CancellationToken.None);
        Assert.Contains("r:step", refused!.Message, StringComparison.Ordinal);
        Assert.Equal((1, 1), ((await gate.ReadAsync("r", CancellationToken.None))!.Count, (await gate.ReadAsync("r:step", CancellationToken.None))!.Count));
    }

    [Fact]
    public async Task Today_tells_the_days_charges_where_the_hub_has_a_limit()
    {
        Assert.Equal(new ChargedDay(Day, null, null), await Gate().TodayAsync(CancellationToken.None));
        var gate = Gate(perDay: 3);
        Assert.Equal(new ChargedDay(Day, 0, 3), await gate.TodayAsync(CancellationToken.None));
        await gate.ReserveAsync("a", "S1", "p", CancellationToken.None);
        Assert.Equal(new ChargedDay(Day, 1, 3), await gate.TodayAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_purged_batch_leaves_no_blob_behind()
    {
        var gate = Gate();
        var batches = new BatchBlobs(_blobs, Serializer);
        var ledger = new BlobSubmissionLedger(_blobs, Serializer, [gate, batches]);
        await gate.BeginAsync("b", 5, CancellationToken.None);
        await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None);
        await ledger.BeginAsync(Record("b:i0", "S1"), CancellationToken.None);
        await batches.WriteSliceAsync("b", 0, [new BatchItem(0)], CancellationToken.None);
        await batches.WriteResultsAsync("b", 0, [new BatchResult(0, "completed")], CancellationToken.None);

        foreach (var id in (string[])["b:i0", "b", "b"]) await ledger.PurgeAsync(id, CancellationToken.None);
        var left = new List<string>();
        await foreach (var blob in _blobs.ListAsync("", CancellationToken.None)) left.Add(blob.Name);
        Assert.Empty(left);
        await gate.BeginAsync("b", 7, CancellationToken.None);
        Assert.Equal(new ChargeState(0, 7), await gate.ReadAsync("b", CancellationToken.None));
    }

    [Fact]
    public async Task A_plain_flow_on_a_hub_without_limits_costs_no_request()
    {
        var before = _blobs.Requests;
        Assert.Null(await Gate().ReserveAsync("plain", "S1", "p", CancellationToken.None));
        await Gate().SettleAsync("plain", "S1", charged: true, CancellationToken.None);
        Assert.Equal(before, _blobs.Requests);
    }

    private static FlowSerializer Serializer => new(new TestProtector());

    private string Day => _time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd");

    private static SubmissionRecord Record(string instance, string step) => new()
    {
        InstanceId = instance, Step = step, Provider = "p", ClientToken = "t", RequestHash = "h", State = SubmissionState.Intent, Tries = 1, CreatedAt = default, UpdatedAt = default,
    };

    private BlobChargeGate Gate(long? perDay = null) => new(
        _blobs,
        Serializer,
        _time,
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(BlobChargeGate.DailySetting, perDay?.ToString())]).Build());
}
