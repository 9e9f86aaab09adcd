using MediaFlows.Providers.MediaFormats;
using MediaFlows.Simulator.Media;

namespace MediaFlows.Providers.Tests.MediaFormats;

public sealed class Mp4StructureTests
{
    private static readonly byte[] Sample = SampleVideo.ReadAllBytes();

    [Fact]
    public async Task A_whole_video_passes() => Assert.Null(await CheckAsync(Sample));

    [Fact]
    public async Task A_video_that_was_cut_anywhere_does_not()
    {
        for (var length = 0; length < Sample.Length; length += 97) Assert.NotNull(await CheckAsync(Sample[..length]));
        Assert.NotNull(await CheckAsync(Sample[..^1]));
    }

    [Fact]
    public async Task Bytes_behind_its_end_do_not_pass() => Assert.NotNull(await CheckAsync([.. Sample, 1, 2, 3]));

    [Theory]
    [InlineData("<html>the link has expired</html>")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2")]
    public async Task An_error_page_and_a_head_without_a_movie_do_not_pass(string content) =>
        Assert.NotNull(await CheckAsync(System.Text.Encoding.Latin1.GetBytes(content)));

    [Fact]
    public async Task Sizes_of_64_bits_and_a_last_box_to_the_end_are_read()
    {
        byte[] ftyp = Sample[..(Sample[3])];
        byte[] moov = [0, 0, 0, 1, .. "moov"u8, 0, 0, 0, 0, 0, 0, 0, 20, 9, 9, 9, 9];
        byte[] mdat = [0, 0, 0, 0, .. "mdat"u8, 1, 2, 3];
        Assert.Null(await CheckAsync([.. ftyp, .. moov, .. mdat]));
    }

    private static Task<string?> CheckAsync(byte[] bytes) =>
        Mp4Structure.CheckAsync(bytes.Length, (offset, count) => Task.FromResult(bytes[(int)offset..Math.Min(bytes.Length, (int)offset + count)]));
}
