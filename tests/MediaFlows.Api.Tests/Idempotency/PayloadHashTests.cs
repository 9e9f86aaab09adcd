using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Api.Idempotency;
using MediaFlows.Api.Start;

namespace MediaFlows.Api.Tests.Idempotency;

public sealed class PayloadHashTests
{
    [Fact]
    public void Member_order_and_white_space_do_not_change_the_hash() => Prop.ForAll<Dictionary<Guid, int>, int>((members, seed) =>
    {
        var shuffled = members.OrderBy(m => HashCode.Combine(m.Key, seed)).ToDictionary(m => m.Key, m => m.Value);
        var plain = JsonSerializer.Serialize(new { inner = members });
        var other = JsonSerializer.Serialize(new { inner = shuffled }, Indented);
        return Hash(plain) == Hash(other);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Another_value_changes_the_hash() => Prop.ForAll<int, int>((a, b) =>
        (a == b) == (Hash($$"""{"v":{{a}}}""") == Hash($$"""{"v":{{b}}}"""))).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_in_an_array_matters() => Assert.NotEqual(Hash("[1,2]"), Hash("[2,1]"));

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static string Hash(string json) => PayloadHash.Of(new StartCommand("sample.paint", JsonElement.Parse(json)));
}
