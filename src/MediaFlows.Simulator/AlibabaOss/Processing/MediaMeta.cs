using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>The answer of <c>video/info</c> and <c>audio/info</c>: DetectMediaMeta's shape, true for the stored file.</summary>
internal static class MediaMeta
{
    /// <summary>Null when the file is no video or audio.</summary>
    public static async Task<JsonObject?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (!MediaTools.CanProbe) return Mp4Header.Read(path);
        if (await MediaTools.ProbeAsync(path, cancellationToken) is not { } text || JsonNode.Parse(text) is not JsonObject probe) return null;
        var format = probe["format"]!.AsObject();
        var streams = probe["streams"]!.AsArray().Select(s => s!.AsObject()).ToList();
        var video = streams.Where(s => (string?)s["codec_type"] == "video").ToList();
        var audio = streams.Where(s => (string?)s["codec_type"] == "audio").ToList();
        if (video.Count + audio.Count == 0) return null;
        var meta = new JsonObject
        {
            ["Size"] = Number(format, "size"), ["Bitrate"] = Number(format, "bit_rate"), ["Duration"] = Number(format, "duration"), ["StartTime"] = Number(format, "start_time"),
            ["FormatName"] = (string?)format["format_name"], ["FormatLongName"] = (string?)format["format_long_name"],
            ["StreamCount"] = streams.Count, ["ProgramCount"] = Number(format, "nb_programs"),
        };
        if (video.Count > 0) (meta["VideoWidth"], meta["VideoHeight"]) = (Number(video[0], "width"), Number(video[0], "height"));
        meta["VideoStreams"] = new JsonArray([.. video.Select(Video)]);
        meta["AudioStreams"] = new JsonArray([.. audio.Select(Audio)]);
        return meta;
    }

    private static JsonNode Video(JsonObject s) => new JsonObject
    {
        ["Index"] = Number(s, "index"), ["CodecName"] = (string?)s["codec_name"], ["CodecLongName"] = (string?)s["codec_long_name"], ["Profile"] = (string?)s["profile"],
        ["Width"] = Number(s, "width"), ["Height"] = Number(s, "height"), ["PixelFormat"] = (string?)s["pix_fmt"], ["FrameRate"] = (string?)s["r_frame_rate"],
        ["AverageFrameRate"] = (string?)s["avg_frame_rate"], ["TimeBase"] = (string?)s["time_base"], ["Duration"] = Number(s, "duration"),
        ["Bitrate"] = Number(s, "bit_rate"), ["FrameCount"] = Number(s, "nb_frames"),
    };

    private static JsonNode Audio(JsonObject s) => new JsonObject
    {
        ["Index"] = Number(s, "index"), ["CodecName"] = (string?)s["codec_name"], ["CodecLongName"] = (string?)s["codec_long_name"],
        ["SampleRate"] = Number(s, "sample_rate"), ["Channels"] = Number(s, "channels"), ["ChannelLayout"] = (string?)s["channel_layout"],
        ["SampleFormat"] = (string?)s["sample_fmt"], ["Bitrate"] = Number(s, "bit_rate"), ["Duration"] = Number(s, "duration"),
    };

    private static JsonNode? Number(JsonObject from, string name) => from[name] is not { } node ? null
        : double.TryParse(node.ToString(), CultureInfo.InvariantCulture, out var n) ? (n == Math.Floor(n) ? JsonValue.Create((long)n) : JsonValue.Create(n)) : null;
}
