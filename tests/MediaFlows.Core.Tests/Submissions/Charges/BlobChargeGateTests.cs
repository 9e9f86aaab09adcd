using MediaFlows.Core.Errors;
using MediaFlows.Core.Serialization;
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
        await gates[0].LimitAsync("b", 10, CancellationToken.None);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(() => gates[i % 2].ReserveAsync($"b:i{i}", "S1", "p", CancellationToken.None))));
        Assert.Equal(10, answers.Count(a => a is null));
        Assert.All(answers.OfType<FlowError>(), e => Assert.Equal(ErrorCodes.ChargeLimit, e.Code));
        Assert.Equal(10, await gates[1].CountAsync("b", CancellationToken.None));
    }

    [Fact]
    public async Task The_same_step_reserves_once_and_a_refused_one_gives_its_room_back()
    {
        var gate = Gate();
        await gate.LimitAsync("b", 1, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.Null(await gate.ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.NotNull(await gate.ReserveAsync("b:i1", "S1", "p", CancellationToken.None));
        await gate.SettleAsync("b:i0", "S1", charged: false, CancellationToken.None);
        await gate.SettleAsync("b:i0", "S1", charged: false, CancellationToken.None);
        Assert.Null(await gate.ReserveAsync("b:i1", "S1", "p", CancellationToken.None));
        Assert.Equal(1, await gate.CountAsync("b", CancellationToken.None));
    }

    [Fact]
    public async Task A_charge_that_was_counted_before_a_crash_and_not_noted_is_not_counted_again()
    {
        await Gate().LimitAsync("b", 2, CancellationToken.None);
        Assert.Null(await Gate().ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        await foreach (var note in _blobs.ListAsync("charges/reserved/", CancellationToken.None)) await _blobs.DeleteAsync(note.Name, null, CancellationToken.None);
        Assert.Null(await Gate().ReserveAsync("b:i0", "S1", "p", CancellationToken.None));
        Assert.Equal(1, await Gate().CountAsync("b", CancellationToken.None));
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
    public async Task A_plain_flow_on_a_hub_without_limits_costs_no_request()
    {
        var before = _blobs.Requests;
        Assert.Null(await Gate().ReserveAsync("plain", "S1", "p", CancellationToken.None));
        await Gate().SettleAsync("plain", "S1", charged: true, CancellationToken.None);
        Assert.Equal(before, _blobs.Requests);
    }

    private BlobChargeGate Gate(long? perDay = null) => new(
        _blobs,
        new FlowSerializer(new TestProtector()),
        _time,
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(BlobChargeGate.DailySetting, perDay?.ToString())]).Build());
}
