using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Tests.AlibabaOss;

/// <summary>Pictures as rows of RGBA, read and written with ffmpeg and ffprobe: an oracle beside the simulator's own code.</summary>
internal sealed class Pixels(int width, int height, byte[] rgba)
{
    public static bool HasFfmpeg { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "ffmpeg")));

    public int Width => width;

    public int Height => height;

    public byte[] Bytes => rgba;

    public (byte R, byte G, byte B, byte A) this[int x, int y]
    {
        get => (rgba[At(x, y)], rgba[At(x, y) + 1], rgba[At(x, y) + 2], rgba[At(x, y) + 3]);
        set => (rgba[At(x, y)], rgba[At(x, y) + 1], rgba[At(x, y) + 2], rgba[At(x, y) + 3]) = value;
    }

    public static Pixels Blank(int width, int height) => new(width, height, new byte[width * height * 4]);

    public static Pixels Filled(int width, int height, byte r, byte g, byte b)
    {
        var pixels = Blank(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                pixels[x, y] = (r, g, b, 255);
        return pixels;
    }

    public static async Task<Pixels> ReadAsync(byte[] file)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, file);
            var stream = JsonNode.Parse(await RunAsync("ffprobe", null, "-v", "error", "-of", "json", "-show_streams", path))!["streams"]![0]!;
            var raw = await RunAsync("ffmpeg", null, "-v", "error", "-noautorotate", "-i", path, "-frames:v", "1", "-pix_fmt", "rgba", "-f", "rawvideo", "-");
            return new Pixels((int)stream["width"]!, (int)stream["height"]!, raw);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Encodes them.</summary>
    public Task<byte[]> EncodeAsync(string format, params string[] more) => RunAsync(
        "ffmpeg", rgba,
        ["-v", "error", "-f", "rawvideo", "-pix_fmt", "rgba", "-s", $"{width}x{height}", "-i", "-", "-frames:v", "1", .. more, "-f", format == "jpg" ? "mjpeg" : "image2pipe", .. format == "jpg" ? [] : new[] { "-c:v", format }, "-"]);

    /// <summary>How many pixels are not as <paramref name="like"/> says.</summary>
    public int Count(Func<(byte R, byte G, byte B, byte A), bool> like, int left = 0, int top = 0, int? right = null, int? bottom = null)
    {
        var found = 0;
        for (var y = top; y < (bottom ?? height); y++)
            for (var x = left; x < (right ?? width); x++)
                if (like(this[x, y]))
                    found++;
        return found;
    }

    private int At(int x, int y) => ((y * width) + x) * 4;

    private static async Task<byte[]> RunAsync(string program, byte[]? input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        var copied = process.StandardOutput.BaseStream.CopyToAsync(output);
        if (input is not null) await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        await copied;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output.ToArray();
    }
}
