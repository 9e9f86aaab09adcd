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

            var header = ImageHeader.Read(source.Path) ?? throw new OssErrorException(OssError.BadImage);
            var plan = new ImagePlan(header.Width, header.Height);
            foreach (var action in process.Actions) plan.Apply(action);
            var format = process.Actions.LastOrDefault(a => a.Name == "format")?.Value is { } f ? (f == "jpeg" ? "jpg" : f) : header.Format;
            var path = result.Add("result." + format, MediaTypes.Of(format));
            List<string> arguments = ["-i", source.Path];
            foreach (var image in plan.Overlays)
                arguments.AddRange(["-i", (state.Objects.Find(source.Bucket, image) ?? throw new OssErrorException(new OssError(400, "WatermarkError", "The watermark image does not exist."))).Path]);
            if (plan.Filter.Length > 0) arguments.AddRange(["-filter_complex", plan.Filter]);
            arguments.AddRange(["-frames:v", "1"]);
            if (plan.Quality is { } quality && format == "jpg") arguments.AddRange(["-q:v", Math.Clamp(31 - (quality * 29 / 100), 2, 31).ToString(CultureInfo.InvariantCulture)]);
            if (plan.Quality is { } webp && format == "webp") arguments.AddRange(["-quality", webp.ToString(CultureInfo.InvariantCulture)]);
            if (await MediaTools.ProcessAsync([.. arguments, path], cancellationToken) is { } failed)
                throw new OssErrorException(new OssError(400, "BadRequest", "The image cannot be processed: " + failed.Replace(source.Path, source.Key, StringComparison.Ordinal)));
            Embed(process, path);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>The text embedded in a file and its strength, or null.</summary>
    public static (string Content, string Strength)? Extract(string path)
    {
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(path));
        var at = text.LastIndexOf(BlindMark, StringComparison.Ordinal);
        if (at < 0) return null;
        var parts = text[(at + BlindMark.Length)..].Split(':');
        return parts.Length == 2 ? (ProcessText.Decode(parts[0]), parts[1]) : null;
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
