using System.Globalization;
using System.Text.Json.Nodes;
using MediaFlows.Core.Flows;
using MediaFlows.Providers.AlibabaOss.Activities;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Providers.AlibabaOss.Operations;

namespace MediaFlows.Providers.AlibabaOss.Flows;

/// <summary>Compares what was asked for with what a saved object has. Only properties that a request fixes by itself are compared.</summary>
internal static class Verifying
{
    public static async Task<OssVerification> RunAsync(FlowContext context, OssPlace place, string key, OperationChain chain)
    {
        var kind = ResultKind(chain);
        var answer = await context.CallActivityAsync(ReadProperties.Ref, new KeyInput(place, key, kind + "/info"));
        var checks = kind == "image" ? Image(chain, answer.Data) : Media(chain.First, MediaFacts.Read(answer.Data));
        return new OssVerification(checks.All(c => c.Matches), checks, answer.Data);
    }

    private static string ResultKind(OperationChain chain) => chain.First.Name switch
    {
        "video/animation" or "video/sprite" or "video/snapshot" => "image",
        "audio/convert" or "audio/concat" => "audio",
        "video/convert" or "video/concat" => chain.First["f"] is "mp3" or "aac" or "flac" or "oga" or "ac3" or "opus" or "amr" ? "audio" : "video",
        _ => "image",
    };

    private static List<OssVerifiedProperty> Image(OperationChain chain, JsonNode? data)
    {
        var checks = new List<OssVerifiedProperty>();
        var last = chain.Operations.LastOrDefault(o => o.Name is "resize" or "crop" or "indexcrop" or "rotate" or "circle" or "rounded-corners");
        // A proportional mode may give less than it was asked for, and so may a resize that is limited to the source's size.
        if (last is { Name: "resize" } && last["mode"] is "fixed" or "fill" or "pad" && last!["limit"] == "0")
        {
            Add(checks, "width", last["w"], Value(data, "ImageWidth"));
            Add(checks, "height", last["h"], Value(data, "ImageHeight"));
        }
        else if (chain.First.Name is "video/snapshot" or "video/animation")
        {
            Add(checks, "width", Positive(chain.First["w"]), Value(data, "ImageWidth"));
            Add(checks, "height", Positive(chain.First["h"]), Value(data, "ImageHeight"));
        }

        var format = chain.Operations.LastOrDefault(o => o.Name == "format")?["target"] ?? (chain.First.Rule.Category == OperationCategory.Video ? chain.First["f"] : null);
        Add(checks, "format", Jpeg(format), Jpeg(Value(data, "Format")));
        return checks;
    }

    private static List<OssVerifiedProperty> Media(MediaOperation operation, MediaFacts facts)
    {
        var checks = new List<OssVerifiedProperty>();
        if (operation["s"]?.Split('x') is [var w, var h])
        {
            Add(checks, "width", w.Length == 0 ? null : w, Text(facts.Width));
            Add(checks, "height", h.Length == 0 ? null : h, Text(facts.Height));
        }

        Add(checks, "video codec", Codec(operation["vcodec"]), Codec(facts.VideoCodec));
        Add(checks, "audio codec", Codec(operation["acodec"]), Codec(facts.AudioCodec));
        Add(checks, "sample rate", operation["ar"], Text(facts.SampleRate));
        Add(checks, "channels", operation["ac"], Text(facts.Channels));
        if (operation["fps"] is { } fps && operation["fpsopt"] is null or "0")
            Add(checks, "frame rate", double.Parse(fps, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture), facts.FrameRate?.ToString("0.##", CultureInfo.InvariantCulture));
        return checks;
    }

    private static void Add(List<OssVerifiedProperty> checks, string property, string? requested, string? verified)
    {
        if (requested is not null) checks.Add(new OssVerifiedProperty(property, requested, verified ?? "unknown", string.Equals(requested, verified, StringComparison.OrdinalIgnoreCase)));
    }

    private static string? Value(JsonNode? data, string name) => (string?)data?[name]?["value"];

    private static string? Text(double? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Positive(string? number) => number is null or "0" ? null : number;

    private static string? Jpeg(string? format) => format is "jpeg" ? "jpg" : format;

    private static string? Codec(string? codec) => codec switch { "copy" => null, "hevc" => "h265", _ => codec };
}
