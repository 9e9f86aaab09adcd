using System.Globalization;
using System.Text;
using MediaFlows.Simulator.AlibabaOss.Objects;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Image chains, made with ffmpeg.</summary>
internal sealed class ImageWork(OssState state)
{
    /// <summary>Written behind an embedded image, so that extraction finds it in the bytes themselves, wherever they were copied to.</summary>
    public const string BlindMark = "\n#mediaflows-blindwatermark:";

    // ffmpeg is seldom built with encoders for these.
    private static readonly string[] RarelyWritable = ["avif", "heic"];

    public async Task<ProcessedFile> RunAsync(StoredObject source, ProcessText process, string text, CancellationToken cancellationToken)
    {
        var result = new ProcessedFile();
        try
        {
            if (!MediaTools.CanProcess || state.Cloud.Knob("noFfmpeg", 0) > 0)
            {
                MarkerResult.Write(result.Add("marker.txt", "text/plain"), $"{source.Bucket}/{source.Key}", text);
                Embed(process, result.First);
                return result;
            }

            var header = await ImageHeader.ReadAsync(source.Path, cancellationToken) ?? throw new OssErrorException(OssError.BadImage);
            await MakeAsync(source, header, process, text, result, cancellationToken);
            Embed(process, result.First);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>What was embedded in a file, and how strongly; null when nothing was.</summary>
    public static (string Content, string Strength)? Extract(string path)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        var at = text.LastIndexOf(BlindMark, StringComparison.Ordinal);
        if (at < 0) return null;
        var parts = text[(at + BlindMark.Length)..].Split(':');
        return parts.Length == 2 ? (ProcessText.Decode(parts[0]), parts[1]) : null;
    }

    private async Task MakeAsync(StoredObject source, ImageHeader header, ProcessText process, string text, ProcessedFile result, CancellationToken cancellationToken)
    {
        var format = process.Actions.LastOrDefault(a => a.Name == "format")?.Value is { } f ? (f == "jpeg" ? "jpg" : f) : header.Format;
        // Orientation is the auto-orient action's matter, not the decoder's.
        List<string> arguments = ["-noautorotate", "-i", source.Path];
        var plan = new ImagePlan("[0:v]", header.Width, header.Height)
        {
            Orientation = header.Format == "jpg" ? ExifOrientation.Read(source.Path) : null,
            Transparent = header.MayBeTransparent,
            TextFile = _ => result.At($"text-{arguments.Count}-{Path.GetRandomFileName()}.txt"),
            AddInput = key => Input(source.Bucket, key, arguments),
        };
        foreach (var action in process.Actions) plan.Apply(action);
        if (format is "jpg") plan.Flatten();
        result.Notes.AddRange(plan.Notes.Distinct(StringComparer.Ordinal));
        var path = result.Add("result." + format, MediaTypes.Of(format));
        if (plan.Filter.Length > 0) arguments.AddRange(["-filter_complex", plan.Filter]);
        if (!(format == "gif" && header.Format == "gif")) arguments.AddRange(["-frames:v", "1"]);
        if (plan.Quality is { } quality && format == "jpg") arguments.AddRange(["-q:v", Math.Clamp(31 - (quality * 29 / 100), 2, 31).ToString(CultureInfo.InvariantCulture)]);
        if (plan.Quality is { } webp && format == "webp") arguments.AddRange(["-quality", webp.ToString(CultureInfo.InvariantCulture)]);
        if (await MediaTools.ProcessAsync([.. arguments, path], cancellationToken) is { } failed)
        {
            if (!RarelyWritable.Contains(format, StringComparer.Ordinal))
                throw new OssErrorException(new OssError(400, "BadRequest", "The image cannot be processed: " + failed.Replace(source.Path, source.Key, StringComparison.Ordinal)));
            MarkerResult.Write(path, $"{source.Bucket}/{source.Key}", text, $"ffmpeg here writes no {format}");
            result.ContentType = "text/plain";
            return;
        }

        if (plan.Interlaced && format == "jpg" && ProgressiveJpeg.Of(await File.ReadAllBytesAsync(path, cancellationToken)) is { } progressive)
            await File.WriteAllBytesAsync(path, progressive, cancellationToken);
    }

    private (string Input, int Width, int Height, bool Transparent) Input(string bucket, string key, List<string> arguments)
    {
        var image = state.Objects.Find(bucket, key) ?? throw new OssErrorException(new OssError(400, "WatermarkError", "The watermark image does not exist."));
        var header = ImageHeader.Read(image.Path) ?? throw new OssErrorException(new OssError(400, "WatermarkError", "The watermark is no image."));
        arguments.AddRange(["-noautorotate", "-i", image.Path]);
        return ($"[{arguments.Count(a => a == "-i") - 1}:v]", header.Width, header.Height, header.MayBeTransparent);
    }

    private static void Embed(ProcessText process, string path)
    {
        if (process.Actions[^1] is not { Name: "blindwatermark" } embed) return;
        var content = embed["content"] ?? throw new OssErrorException(OssError.InvalidArgument("The content is required.", "content", ""));
        // Both spellings of the strength are accepted; an unknown one is the default.
        var strength = (embed["s"] ?? embed["strength"]) switch { "medium" or "middle" => "medium", "high" => "high", _ => "low" };
        File.AppendAllText(path, $"{BlindMark}{content}:{strength}", Encoding.ASCII);
    }
}
