using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Providers.BytePlus.Api;

namespace MediaFlows.Providers.Tests.BytePlus;

public sealed class PartPlanTests
{
    private const long MiB = 1024 * 1024;

    private static readonly Arbitrary<long> Lengths = Gen.Choose(1, 9_999).SelectMany(_ => Gen.Choose(0, (int)PartPlan.PartSize - 1), (parts, rest) => (parts * PartPlan.PartSize) + rest).ToArbitrary();

    [Theory]
    [InlineData(20, new long[] { 20 })]
    [InlineData(39, new long[] { 39 })]
    [InlineData(45, new long[] { 20, 25 })]
    [InlineData(60, new long[] { 20, 20, 20 })]
    public void The_documents_examples_are_split_as_it_says(long mebibytes, long[] parts) =>
        Assert.Equal(parts, PartPlan.Split(mebibytes * MiB).Select(p => p.Length / MiB));

    [Theory]
    [InlineData((20 * MiB) - 1, true)]
    [InlineData(20 * MiB, false)]
    public void Only_files_below_twenty_mebibytes_are_sent_whole(long length, bool direct) => Assert.Equal(direct, PartPlan.IsDirect(length));

    [Fact]
    public void Parts_cover_the_file_without_gap_or_overlap() => Prop.ForAll(Lengths, length =>
    {
        var parts = PartPlan.Split(length);
        return parts[0].Offset == 0
            && parts.Zip(parts.Skip(1)).All(p => p.First.Offset + p.First.Length == p.Second.Offset && p.Second.Number == p.First.Number + 1)
            && parts[^1].Offset + parts[^1].Length == length;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_parts_but_the_last_are_exactly_one_chunk_and_the_last_is_less_than_two() => Prop.ForAll(Lengths, length =>
    {
        var parts = PartPlan.Split(length);
        return parts.SkipLast(1).All(p => p.Length == PartPlan.PartSize) && parts[^1].Length >= PartPlan.PartSize && parts[^1].Length < 2 * PartPlan.PartSize;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Steps_hold_every_part_once_and_never_more_than_250_are_needed() => Prop.ForAll(Lengths, length =>
    {
        var steps = PartPlan.Steps(length);
        return steps.Count <= 250 && steps.SelectMany(s => s).SequenceEqual(PartPlan.Split(length));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_largest_file_has_the_most_parts() => Assert.Equal(PartPlan.MostParts, PartPlan.Split(PartPlan.LargestFile).Count);

    [Theory]
    [InlineData("123456789", "cbf43926")]
    [InlineData("", "00000000")]
    [InlineData("hello world", "0d4a1185")]
    public async Task Checksums_are_the_documented_ones(string content, string expected)
    {
        using var stream = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(content));
        Assert.Equal((expected, content.Length), await Checksum.ComputeAsync(stream, default));
    }
}
