using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.AlibabaOss.Objects;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Video and audio operations, made with ffmpeg.</summary>
internal sealed class MediaWork(OssState state)
{
    private static readonly string[] AudioOnly = ["mp3", "aac", "flac", "oga", "ac3", "opus", "amr"];

    public async Task<ProcessedFile> RunAsync(StoredObject source, ProcessText process, string text, CancellationToken cancellationToken)
    {
        var result = new ProcessedFile();
        try
        {
            var action = process.First;
            var format = action["f"] ?? action.Name switch { "snapshot" => "jpg", "ts" => "ts", _ => "mp4" };
            if (!MediaTools.CanProcess || state.Cloud.Knob("noFfmpeg", 0) > 0)
            {
                MarkerResult.Write(result.Add("marker.txt", "text/plain"), $"{source.Bucket}/{source.Key}", text);
                return result;
            }

            var output = action.Name == "snapshots" ? result.At("frame_%d." + format) : result.Add("result." + format, MediaTypes.Of(format));
            var arguments = action.Name switch
            {
                "convert" => Convert(source, action, format),
                "snapshot" => [.. At(action, "t"), "-i", source.Path, "-frames:v", "1", .. Scale(action, "w", "h")],
                "animation" or "snapshots" => [.. At(action, "ss"), "-i", source.Path, .. Frames(action, "w", "h", "")],
                "sprite" => [.. At(action, "ss"), "-i", source.Path, .. Frames(action, "sw", "sh", $",tile={action.Whole("tw") ?? 6}x{action.Whole("th") ?? 6}:margin={action.Whole("margin") ?? 2}:padding={action.Whole("pad") ?? 2}"), "-frames:v", "1"],
                "ts" => Segment(source, action),
                "concat" => await ConcatAsync(source, process, format, cancellationToken),
                _ => throw new OssErrorException(OssError.InvalidArgument("The action is not supported.", "x-oss-process", action.Name)),
            };
            if (await MediaTools.ProcessAsync([.. arguments, output], cancellationToken) is { } failed)
                throw new OssErrorException(new OssError(400, "InvalidArgument", "The media cannot be processed: " + failed.Replace(source.Path, source.Key, StringComparison.Ordinal)));
            if (action.Name == "snapshots")
            {
                result.ContentType = MediaTypes.Of(format);
                for (var n = 1; File.Exists(result.At($"frame_{n}.{format}")); n++) result.Paths.Add(result.At($"frame_{n}.{format}"));
            }

            if (action.Name == "snapshot" && !File.Exists(output))
                await MediaTools.ProcessAsync(["-sseof", "-0.2", "-i", source.Path, "-update", "1", "-frames:v", "1", output], cancellationToken);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    private static string[] At(ProcessAction action, string key) => action.Whole(key) is { } ms and > 0 ? ["-ss", Seconds(ms)] : [];

    private static string Seconds(int milliseconds) => (milliseconds / 1000.0).ToString(CultureInfo.InvariantCulture);

    private static string[] Scale(ProcessAction action, string w, string h) =>
        (action.Whole(w) ?? 0, action.Whole(h) ?? 0) is var (width, height) && width + height > 0 ? ["-vf", $"scale={(width == 0 ? -2 : width)}:{(height == 0 ? -2 : height)}"] : [];

    private static string[] Frames(ProcessAction action, string w, string h, string more)
    {
        var rate = action.Whole("inter") is { } inter ? (1000.0 / inter).ToString(CultureInfo.InvariantCulture) : action["fps"] ?? "5";
        var scale = (action.Whole(w), action.Whole(h)) is (null, null) ? "" : $",scale={action.Whole(w) ?? -2}:{action.Whole(h) ?? -2}";
        string[] count = action.Whole("num") is { } n and > 0 && more.Length == 0 ? ["-frames:v", n.ToString(CultureInfo.InvariantCulture)] : [];
        return ["-vf", $"fps={rate}{scale}{more}", .. count];
    }

    private static List<string> Convert(StoredObject source, ProcessAction action, string format)
    {
        List<string> arguments = [.. At(action, "ss"), "-i", source.Path];
        if (action.Whole("t") is { } t and > 0) arguments.AddRange(["-t", Seconds(t)]);
        var audioOnly = AudioOnly.Contains(format);
        if (audioOnly || action["vn"] == "1") arguments.Add("-vn");
        else arguments.AddRange(VideoCodec(action));
        if (action["an"] == "1") arguments.Add("-an");
        else arguments.AddRange(AudioCodec(action, audioOnly));
        return arguments;
    }

    // A segment begins where the one before it ended, so the times of its frames go on from there.
    private static List<string> Segment(StoredObject source, ProcessAction action)
    {
        List<string> arguments = [.. At(action, "ss"), "-i", source.Path, "-t", Seconds(action.Whole("t") ?? 0), "-output_ts_offset", Seconds(action.Whole("at") ?? 0), "-muxdelay", "0"];
        arguments.AddRange(VideoCodec(action["vcodec"] is null ? action with { Items = [.. action.Items, "vcodec_h264"] } : action));
        if (action["an"] == "1") arguments.Add("-an");
        else arguments.AddRange(["-c:a", "aac", .. AudioCodec(action with { Items = [.. action.Items.Where(i => !i.StartsWith("acodec_", StringComparison.Ordinal))] }, audioOnly: true)]);
        return [.. arguments, "-f", "mpegts"];
    }

    private static List<string> VideoCodec(ProcessAction action)
    {
        List<string> arguments = ["-c:v", action["vcodec"] switch { "h264" => "libx264", "h265" => "libx265", "vp9" => "libvpx-vp9", _ => "copy" }];
        if (arguments[1] == "copy") return arguments;
        if (action["vcodec"] == "h264") arguments.AddRange(["-preset", "ultrafast", "-pix_fmt", "yuv420p"]);
        if (action["s"]?.Split('x') is [var w, var h]) arguments.AddRange(["-vf", $"scale={(w.Length == 0 ? "-2" : w)}:{(h.Length == 0 ? "-2" : h)}"]);
        foreach (var (key, option) in (ReadOnlySpan<(string, string)>)[("fps", "-r"), ("vb", "-b:v"), ("crf", "-crf"), ("g", "-g")])
            if (action[key] is { } value)
                arguments.AddRange([option, value]);
        return arguments;
    }

    private static List<string> AudioCodec(ProcessAction action, bool audioOnly)
    {
        var codec = action["acodec"] switch { "mp3" => "libmp3lame", "vorbis" => "libvorbis", "opus" => "libopus", "pcm" => "pcm_s16le", null or "copy" => null, var same => same };
        List<string> arguments = codec is not null ? ["-c:a", codec] : audioOnly || action["ar"] is not null || action["ac"] is not null || action["ab"] is not null ? [] : ["-c:a", "copy"];
        foreach (var (key, option) in (ReadOnlySpan<(string, string)>)[("ar", "-ar"), ("ac", "-ac"), ("ab", "-b:a")])
            if (action[key] is { } value)
                arguments.AddRange([option, value]);
        return arguments;
    }

    private async Task<IReadOnlyList<string>> ConcatAsync(StoredObject source, ProcessText process, string format, CancellationToken cancellationToken)
    {
        var segments = process.Actions.Skip(1).Select(a => (Before: a.Name == "pre", Object: Require(source.Bucket, ProcessText.Decode(a["o"] ?? "")), Action: a)).ToList();
        var inputs = segments.Where(s => s.Before).Append((Before: false, Object: source, Action: process.First)).Concat(segments.Where(s => !s.Before)).ToList();
        List<string> arguments = [];
        foreach (var input in inputs)
        {
            arguments.AddRange([.. At(input.Action, "ss")]);
            if (input.Action.Whole("t") is { } t and > 0) arguments.AddRange(["-t", Seconds(t)]);
            arguments.AddRange(["-i", input.Object.Path]);
        }

        var audio = process.Category == "audio" || AudioOnly.Contains(format);
        // The reference video gives what the request leaves open; sound has none.
        var reference = audio ? null : await MediaMeta.ReadAsync(inputs[Math.Min(process.First.Whole("align") ?? 0, inputs.Count - 1)].Object.Path, cancellationToken);
        var size = process.First["s"]?.Replace('x', ':') ?? $"{reference?["VideoWidth"]}:{reference?["VideoHeight"]}";
        // Without one rate for all, ffmpeg looks for a rate that fits each input's frames, and does not end.
        var rate = process.First["fps"] ?? (string?)(reference?["VideoStreams"] as JsonArray)?.FirstOrDefault()?["FrameRate"] ?? "25";
        var sounding = new bool[inputs.Count];
        for (var i = 0; i < inputs.Count; i++)
            sounding[i] = audio || (await MediaMeta.ReadAsync(inputs[i].Object.Path, cancellationToken))?["AudioStreams"] is JsonArray { Count: > 0 };
        var sound = sounding.Contains(true);
        arguments.AddRange(["-filter_complex", JoinGraph(sounding, audio ? null : $"scale={size},setsar=1,fps={rate}", sound)]);
        if (!audio) arguments.AddRange(["-map", "[v]", "-c:v", process.First["vcodec"] == "h265" ? "libx265" : "libx264", "-preset", "ultrafast"]);
        if (sound) arguments.AddRange(["-map", "[a]", .. AudioCodec(process.First, audioOnly: true)]);
        return arguments;
    }

    // An input without sound beside one with sound gets silence, which ffmpeg fills up to the length of the picture.
    private static string JoinGraph(bool[] sounding, string? picture, bool sound)
    {
        var (graph, order) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < sounding.Length; i++)
        {
            if (picture is not null) graph.Append(CultureInfo.InvariantCulture, $"[{i}:v]{picture}[v{i}];");
            if (sound && !sounding[i]) graph.Append(CultureInfo.InvariantCulture, $"anullsrc=r=44100:cl=stereo,atrim=duration=0.1[s{i}];");
            if (picture is not null) order.Append(CultureInfo.InvariantCulture, $"[v{i}]");
            if (sound) order.Append(sounding[i] ? $"[{i}:a]" : $"[s{i}]");
        }

        return $"{graph}{order}concat=n={sounding.Length}:v={(picture is null ? 0 : 1)}:a={(sound ? 1 : 0)}{(picture is null ? "" : "[v]")}{(sound ? "[a]" : "")}";
    }

    private StoredObject Require(string bucket, string key) => state.Objects.Find(bucket, key) ?? throw new OssErrorException(OssError.NoSuchKey(key));
}
