using System.Text.Json.Nodes;
using MediaFlows.Simulator.AlibabaOss.Processing;

namespace MediaFlows.Simulator.Tests.AlibabaOss;

/// <summary>What image actions do to the pixels, read back by ffmpeg.</summary>
public sealed class ImagePixelTests(OssSimulator simulator) : IClassFixture<OssSimulator>
{
    [Theory]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task Rounded_corners_are_transparent_where_the_format_can_be(string format)
    {
        var picture = await ProcessAsync(Pixels.Filled(100, 60, 200, 40, 40), $"rounded-corners,r_20/format,{format}");
        Assert.Equal((100, 60), (picture.Width, picture.Height));
        foreach (var (x, y) in Corners(picture)) Assert.Equal(0, picture[x, y].A);
        Assert.Equal(255, picture[50, 0].A);
        Assert.Equal(255, picture[0, 30].A);
        Assert.Equal(255, picture[7, 7].A);
        // A square of 20 without its quarter circle, four times.
        Assert.InRange(picture.Count(p => p.A < 128), 4 * 400 * 0.19, 4 * 400 * 0.24);
        Assert.InRange(picture[50, 30].R, 190, 210);
    }

    [Theory]
    [InlineData("rounded-corners,r_20/format,jpg")]
    [InlineData("circle,r_30/format,jpg")]
    public async Task Rounded_corners_and_circles_are_white_in_a_jpeg(string chain)
    {
        var picture = await ProcessAsync(Pixels.Filled(100, 60, 200, 40, 40), chain);
        foreach (var (x, y) in Corners(picture)) Assert.True(picture[x, y] is { R: > 235, G: > 235, B: > 235 }, $"{picture[x, y]}");
        Assert.True(picture[picture.Width / 2, picture.Height / 2] is { R: > 180, G: < 60 });
    }

    [Fact]
    public async Task A_radius_is_capped_at_half_the_short_side()
    {
        var picture = await ProcessAsync(Pixels.Filled(100, 60, 200, 40, 40), "rounded-corners,r_4096");
        Assert.Equal(255, picture[50, 0].A);
        Assert.InRange(picture[0, 30].A, 250, 255);
        Assert.Equal(0, picture[2, 2].A);
    }

    [Fact]
    public async Task What_is_transparent_in_a_png_is_white_in_a_jpeg()
    {
        var source = Pixels.Filled(40, 40, 10, 20, 200);
        for (var x = 0; x < 20; x++)
            for (var y = 0; y < 40; y++)
                source[x, y] = (0, 0, 0, 0);
        var picture = await ProcessAsync(source, "format,jpg");
        Assert.True(picture[5, 20] is { R: > 235, G: > 235, B: > 235 }, $"{picture[5, 20]}");
        Assert.True(picture[35, 20] is { R: < 40, B: > 180 }, $"{picture[35, 20]}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Auto_orient_puts_each_exif_orientation_upright(int orientation)
    {
        var upright = Quarters(64, 32);
        var stored = orientation >= 5 ? Pixels.Blank(32, 64) : Pixels.Blank(64, 32);
        for (var y = 0; y < 32; y++)
            for (var x = 0; x < 64; x++)
            {
                var (sx, sy) = Stored(orientation, x, y, stored.Width, stored.Height);
                stored[sx, sy] = upright[x, y];
            }

        var jpeg = WithOrientation(await stored.EncodeAsync("jpg", "-q:v", "2"), orientation);
        var info = JsonNode.Parse(await (await GetAsync(jpeg, "info")).Content.ReadAsStringAsync())!;
        Assert.Equal(orientation.ToString(), (string)info["Orientation"]!["value"]!);

        var turned = await Pixels.ReadAsync(await (await GetAsync(jpeg, "auto-orient,1")).Content.ReadAsByteArrayAsync());
        Assert.Equal((64, 32), (turned.Width, turned.Height));
        foreach (var (x, y) in new[] { (8, 8), (56, 8), (8, 24), (56, 24) }) AssertNear(upright[x, y], turned[x, y]);

        var left = await Pixels.ReadAsync(await (await GetAsync(jpeg, "auto-orient,0")).Content.ReadAsByteArrayAsync());
        Assert.Equal((stored.Width, stored.Height), (left.Width, left.Height));
        AssertNear(stored[4, 4], left[4, 4]);
    }

    [Theory]
    [InlineData(64, 32, "")]
    [InlineData(61, 37, "yuvj420p")]
    [InlineData(61, 37, "yuvj422p")]
    [InlineData(45, 70, "yuvj444p")]
    [InlineData(33, 17, "gray")]
    [InlineData(1, 1, "yuvj420p")]
    public async Task A_progressive_jpeg_holds_the_same_pixels_as_the_baseline_one(int width, int height, string format)
    {
        var baseline = await Noise(width, height).EncodeAsync("jpg", ["-q:v", "3", .. format.Length == 0 ? [] : new[] { "-pix_fmt", format }]);
        Assert.Equal(0xC0, FrameMarker(baseline));
        var progressive = ProgressiveJpeg.Of(baseline)!;
        Assert.Equal(0xC2, FrameMarker(progressive));
        Assert.Equal((await Pixels.ReadAsync(baseline)).Bytes, (await Pixels.ReadAsync(progressive)).Bytes);
    }

    [Theory]
    [InlineData("format,jpg/interlace,1", 0xC2)]
    [InlineData("format,jpg/interlace,0", 0xC0)]
    [InlineData("format,jpg", 0xC0)]
    public async Task Interlace_decides_the_form_of_a_jpeg(string chain, int marker) =>
        Assert.Equal(marker, FrameMarker(await (await GetAsync(await Noise(50, 40).EncodeAsync("png"), chain)).Content.ReadAsByteArrayAsync()));

    [Theory]
    [InlineData("nw", 0, 0)]
    [InlineData("north", 1, 0)]
    [InlineData("ne", 2, 0)]
    [InlineData("west", 0, 1)]
    [InlineData("center", 1, 1)]
    [InlineData("east", 2, 1)]
    [InlineData("sw", 0, 2)]
    [InlineData("south", 1, 2)]
    [InlineData("se", 2, 2)]
    public async Task A_text_is_drawn_at_its_place_in_its_colour(string place, int column, int row)
    {
        var picture = await ProcessAsync(Pixels.Filled(300, 300, 255, 255, 255), $"watermark,text_{ImageProcessingTests.Encode("Hi")},size_40,color_FF0000,g_{place},x_5,y_5");
        bool Red((byte R, byte G, byte B, byte A) p) => p is { R: > 200, G: < 120, B: < 120 };
        var all = picture.Count(Red);
        Assert.InRange(all, 100, 2500);
        Assert.Equal(all, picture.Count(Red, column * 100, row * 100, (column + 1) * 100, (row + 1) * 100));
    }

    [Fact]
    public async Task A_texts_opacity_shadow_direction_and_tiling_are_seen()
    {
        var white = Pixels.Filled(300, 300, 255, 255, 255);
        var text = $"watermark,text_{ImageProcessingTests.Encode("██")},size_40,color_000000,g_center";
        var solid = await ProcessAsync(white, text);
        var faint = await ProcessAsync(white, text + ",t_50");
        Assert.Equal(0, faint.Count(p => p.R < 100));
        Assert.InRange(faint.Count(p => p.R < 160), solid.Count(p => p.R < 160) / 2, solid.Count(p => p.R < 160) * 2);

        Assert.True((await ProcessAsync(white, text + ",color_FF0000,shadow_100")).Count(p => p is { R: < 60 }) > 50, "no shadow");

        var (wide, tall) = (Extent(solid), Extent(await ProcessAsync(white, text + ",rotate_90")));
        Assert.True(wide.Width > wide.Height && tall.Height > tall.Width, $"{wide} {tall}");

        // A faint red over white stays red: nothing of it is darker than half.
        var turned = await ProcessAsync(white, text + ",color_FF0000,t_50,rotate_90");
        Assert.True(turned.Count(p => p is { R: > 220, G: < 160 }) > 200 && turned.Count(p => p.R < 200) == 0, $"red {turned.Count(p => p is { R: > 220, G: < 160 })}, dark {turned.Count(p => p.R < 200)}");

        var tiled = await ProcessAsync(white, text + ",fill_1");
        for (var quarter = 0; quarter < 4; quarter++)
            Assert.True(tiled.Count(p => p.R < 100, quarter % 2 * 150, quarter / 2 * 150, (quarter % 2 * 150) + 150, (quarter / 2 * 150) + 150) > 100, $"quarter {quarter} is empty");
    }

    [Fact]
    public async Task A_text_in_chinese_with_quotes_and_colons_is_drawn_and_the_answer_names_the_font()
    {
        var answer = await GetAsync(await Pixels.Filled(600, 100, 255, 255, 255).EncodeAsync("png"), $"watermark,text_{ImageProcessingTests.Encode("版权: 'é' 100% {x}")},size_30,g_center");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("text drawn in ", answer.Headers.GetValues("x-mediaflows-simulated").Single(), StringComparison.Ordinal);
        Assert.True((await Pixels.ReadAsync(await answer.Content.ReadAsByteArrayAsync())).Count(p => p.R < 100) > 200);
    }

    [Fact]
    public async Task An_image_watermark_is_prepared_scaled_to_the_main_picture_faded_and_placed()
    {
        using var oss = Caller();
        await oss.PutAsync("logo.png", await Pixels.Filled(80, 40, 0, 0, 255).EncodeAsync("png"), "image/png");
        var image = ImageProcessingTests.Encode("logo.png?x-oss-process=image/resize,P_20/rotate,90");
        var picture = await ProcessAsync(Pixels.Filled(200, 200, 255, 255, 255), $"watermark,image_{image},t_50,g_nw,x_10,y_20");
        bool Bluish((byte R, byte G, byte B, byte A) p) => p is { R: > 100 and < 150, B: > 240 };
        // A fifth of 200 is 40 by 20, turned: 20 by 40.
        Assert.InRange(picture.Count(Bluish, 10, 20, 30, 60), 760, 800);
        Assert.InRange(picture.Count(Bluish), 760, 860);

        var tiled = await ProcessAsync(Pixels.Filled(200, 200, 255, 255, 255), $"watermark,image_{ImageProcessingTests.Encode("logo.png")},fill_1,padx_20,pady_10");
        Assert.True(tiled[10, 10] is { R: < 20, B: > 240 } && tiled[110, 60] is { R: < 20, B: > 240 } && tiled[90, 10] is { R: > 240 }, "not tiled");
    }

    [Fact]
    public async Task An_animated_gif_stays_animated_when_it_is_resized()
    {
        using var oss = Caller();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".gif");
        using (var made = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc=s=80x60:d=1:r=5", path]))!) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        await oss.PutAsync("moves.gif", await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), "image/gif");
        File.Delete(path);
        await oss.PostAsync("moves.gif", "x-oss-process", $"x-oss-process=image/resize,w_40|sys/saveas,o_{ImageProcessingTests.Encode("small.gif")}");
        var info = JsonNode.Parse(await (await oss.GetAsync("small.gif", "x-oss-process=video%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.Equal((40, 30), ((int)info["VideoWidth"]!, (int)info["VideoHeight"]!));
        Assert.InRange((double)info["Duration"]!, 0.9, 1.1);
    }

    [Theory]
    [InlineData("bmp", "bmp")]
    [InlineData("tiff", "tiff")]
    [InlineData("webp", "webp")]
    [InlineData("gif", "gif")]
    public async Task Every_format_that_is_written_is_read_back_by_info(string format, string named)
    {
        using var oss = Caller();
        await oss.PutAsync("any.png", await Noise(40, 30).EncodeAsync("png"), "image/png");
        var saved = await oss.PostAsync("any.png", "x-oss-process", $"x-oss-process=image/format,{format}|sys/saveas,o_{ImageProcessingTests.Encode("any." + format)}");
        Assert.True(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        var info = JsonNode.Parse(await (await oss.GetAsync("any." + format, "x-oss-process=image%2Finfo")).Content.ReadAsStringAsync())!;
        Assert.Equal((named, "40", "30"), ((string)info["Format"]!["value"]!, (string)info["ImageWidth"]!["value"]!, (string)info["ImageHeight"]!["value"]!));
    }

    private static IEnumerable<(int X, int Y)> Corners(Pixels p) => [(0, 0), (p.Width - 1, 0), (0, p.Height - 1), (p.Width - 1, p.Height - 1)];

    private static (int Width, int Height) Extent(Pixels p)
    {
        var columns = Enumerable.Range(0, p.Width).Where(x => p.Count(c => c.R < 128, x, 0, x + 1) > 0).ToList();
        var rows = Enumerable.Range(0, p.Height).Where(y => p.Count(c => c.R < 128, 0, y, null, y + 1) > 0).ToList();
        return columns.Count == 0 ? (0, 0) : (columns[^1] - columns[0] + 1, rows[^1] - rows[0] + 1);
    }

    // Where the pixel (x, y) of the upright picture lies in a stored one of that orientation: the table of the EXIF standard.
    private static (int X, int Y) Stored(int orientation, int x, int y, int width, int height) => orientation switch
    {
        2 => (width - 1 - x, y),
        3 => (width - 1 - x, height - 1 - y),
        4 => (x, height - 1 - y),
        5 => (y, x),
        6 => (y, height - 1 - x),
        7 => (width - 1 - y, height - 1 - x),
        8 => (width - 1 - y, x),
        _ => (x, y),
    };

    private static Pixels Quarters(int width, int height)
    {
        var pixels = Pixels.Blank(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                pixels[x, y] = (x < width / 2, y < height / 2) switch { (true, true) => (220, 30, 30, 255), (false, true) => (30, 200, 30, 255), (true, false) => (30, 30, 220, 255), _ => (220, 220, 30, 255) };
        return pixels;
    }

    private static Pixels Noise(int width, int height)
    {
        var bytes = new byte[width * height * 4];
        new Random(width).NextBytes(bytes);
        for (var i = 3; i < bytes.Length; i += 4) bytes[i] = 255;
        return new Pixels(width, height, bytes);
    }

    private static byte[] WithOrientation(byte[] jpeg, int orientation)
    {
        byte[] tiff = [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(segment.Length + 2), .. segment, .. jpeg[2..]];
    }

    private static int FrameMarker(byte[] jpeg)
    {
        for (var at = 2; at + 4 < jpeg.Length; at += 2 + (jpeg[at + 2] << 8) + jpeg[at + 3])
            if (jpeg[at + 1] is 0xC0 or 0xC1 or 0xC2)
                return jpeg[at + 1];
        return 0;
    }

    private static void AssertNear((byte R, byte G, byte B, byte A) expected, (byte R, byte G, byte B, byte A) actual) =>
        Assert.True(Math.Abs(expected.R - actual.R) + Math.Abs(expected.G - actual.G) + Math.Abs(expected.B - actual.B) < 40, $"{expected} {actual}");

    private async Task<Pixels> ProcessAsync(Pixels source, string chain)
    {
        var answer = await GetAsync(await source.EncodeAsync("png"), chain);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await Pixels.ReadAsync(await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpResponseMessage> GetAsync(byte[] picture, string chain)
    {
        if (!Pixels.HasFfmpeg) Assert.Skip("ffmpeg is not installed; only the marker result can be checked.");
        var oss = Caller();
        await oss.PutAsync("pixels", picture, "image/png");
        return await oss.GetAsync("pixels", "x-oss-process=" + Uri.EscapeDataString("image/" + chain));
    }

    private OssCaller Caller() => new(simulator.Cloud.BaseUri, simulator.Time);
}
