using FsCheck;
using FsCheck.Fluent;
using MediaFlows.Providers.MediaFormats;
using MediaFlows.Testing.Media;

namespace MediaFlows.Providers.Tests.MediaFormats;

public sealed class ImageHeaderTests
{
    [Fact]
    public void The_size_of_every_jpeg_is_found_behind_any_metadata() =>
        Prop.ForAll(Gen.Choose(1, 65_535).Four().ToArbitrary(), n =>
        {
            var jpeg = TestJpeg.Head(n.Item1, n.Item2, n.Item3, (byte)(n.Item4 % 2 == 0 ? 0xC0 : 0xC2));
            return Read(jpeg) == new ImageHeader(ImageFormat.Jpeg, n.Item1, n.Item2);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_size_of_a_png_is_found() => Assert.Equal(new ImageHeader(ImageFormat.Png, 333, 17), Read(TestImages.Png(333, 17)));

    [Fact]
    public void A_truncated_or_altered_head_is_no_image_and_never_an_exception() =>
        Prop.ForAll(Gen.Choose(0, 200).Two().ToArbitrary(), n =>
        {
            byte[][] heads = [TestJpeg.Head(640, 480, 100), TestImages.Png(40, 40)];
            foreach (var head in heads)
            {
                Read(head[..Math.Min(n.Item1, head.Length)]);
                head[n.Item2 % head.Length] ^= 0xFF;
                Read(head);
            }

            return true;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a")]
    [InlineData("<html>")]
    public void Other_content_is_no_image(string content) => Assert.Null(Read(System.Text.Encoding.ASCII.GetBytes(content)));

    [Fact]
    public void Metadata_without_end_is_given_up() => Assert.Null(Read(TestJpeg.Head(640, 480, ImageHeader.MostBytes + 1)));

    [Fact]
    public void A_jpeg_without_a_frame_before_its_scan_has_no_size() => Assert.Null(Read([0xFF, 0xD8, 0xFF, 0xDA, 0, 2]));

    private static ImageHeader? Read(byte[] bytes) => ImageHeader.ReadAsync(new MemoryStream(bytes), default).GetAwaiter().GetResult();
}

file static class Tuples
{
    public static Gen<(int Item1, int Item2, int Item3, int Item4)> Four(this Gen<int> n) => n.ArrayOf(4).Select(a => (a[0], a[1], a[2], a[3]));

    public static Gen<(int Item1, int Item2)> Two(this Gen<int> n) => n.ArrayOf(2).Select(a => (a[0], a[1]));
}
