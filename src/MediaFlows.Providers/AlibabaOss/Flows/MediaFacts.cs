using System.Globalization;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>
/// The properties of a video or audio file that matter for joining and verifying. Reads the service's shape (<c>VideoStreams[]</c>, numbers) and the
/// document's older one (<c>Streams.VideoStream[]</c>, strings).
/// </summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="FrameRate">Frames per second.</param>
/// <param name="VideoCodec">Codec of the first video stream.</param>
/// <param name="AudioCodec">Codec of the first audio stream.</param>
/// <param name="SampleRate">Hertz.</param>
/// <param name="Channels">Channels.</param>
/// <param name="Duration">Seconds.</param>
internal sealed record MediaFacts(double? Width, double? Height, double? FrameRate, string? VideoCodec, string? AudioCodec, double? SampleRate, double? Channels, double? Duration)
{
    /// <summary>Names of the container, separated by commas.</summary>
    public string? Format { get; init; }

    public static MediaFacts Read(JsonNode? json)
    {
        var video = First(json, "VideoStreams") ?? First(json?["Streams"], "VideoStream");
        var audio = First(json, "AudioStreams") ?? First(json?["Streams"], "AudioStream");
        return new MediaFacts(
            Number(video?["Width"] ?? json?["VideoWidth"]), Number(video?["Height"] ?? json?["VideoHeight"]), Rate(video?["AverageFrameRate"]) ?? Rate(video?["FrameRate"]),
            video?["CodecName"]?.ToString(), audio?["CodecName"]?.ToString(), Number(audio?["SampleRate"]), Number(audio?["Channels"]),
            Number(json?["Duration"] ?? json?["Format"]?["Duration"]))
        {
            Format = (json?["FormatName"] ?? json?["Format"]?["FormatName"])?.ToString(),
        };
    }

    private static JsonNode? First(JsonNode? from, string name) => from is JsonObject o && o[name] is JsonArray { Count: > 0 } list ? list[0] : null;

    private static double? Number(JsonNode? node) => double.TryParse(node?.ToString(), CultureInfo.InvariantCulture, out var n) ? n : null;

    // A frame rate is a fraction such as 25/1.
    private static double? Rate(JsonNode? node)
    {
        var parts = node?.ToString().Split('/');
        if (parts is null || !double.TryParse(parts[0], CultureInfo.InvariantCulture, out var over)) return null;
        return parts.Length == 1 ? over : double.TryParse(parts[1], CultureInfo.InvariantCulture, out var under) && under > 0 ? over / under : null;
    }
}
