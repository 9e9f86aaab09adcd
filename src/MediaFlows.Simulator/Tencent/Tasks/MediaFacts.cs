using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Tencent.Tasks;

/// <summary>Facts about simulated media, in the API's shape.</summary>
internal static class MediaFacts
{
    public static JsonObject MetaData(long size) => new()
    {
        ["Size"] = size,
        ["Container"] = "mov,mp4,m4a,3gp,3g2,mj2",
        ["Bitrate"] = 1200000,
        ["Height"] = 720,
        ["Width"] = 1280,
        ["Duration"] = 5.04,
        ["Rotate"] = 0,
        ["VideoDuration"] = 5.04,
        ["AudioDuration"] = 5.0,
        ["Md5"] = "",
        ["VideoStreamSet"] = new JsonArray(new JsonObject { ["Bitrate"] = 1100000, ["Height"] = 720, ["Width"] = 1280, ["Codec"] = "h264", ["Fps"] = 25 }),
        ["AudioStreamSet"] = new JsonArray(new JsonObject { ["Bitrate"] = 128000, ["SamplingRate"] = 44100, ["Codec"] = "aac" }),
    };
}
