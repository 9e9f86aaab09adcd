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
        return new OssVerification(checks.All(c => c.Matches), checks, answer.Data)
        {
            Note = checks.Count == 0 ? "Nothing that was asked for shows in the result's properties; they are given as read." : null,
        };
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
        // The last that sets a size decides. A difference is told also where the service has its reasons: a resize is limited to the source's size, a crop is cut off at the edge.
        var last = chain.Operations.LastOrDefault(o => o.Name is "resize" or "crop" or "indexcrop" or "rotate" or "circle" or "auto-orient");
        var (width, height) = (Value(data, "ImageWidth"), Value(data, "ImageHeight"));
        if (last is { Name: "resize" })
        {
            Resized(checks, last, width, height);
        }
        else if (last is { Name: "crop" } && last["g"] is not ("auto" or "face"))
        {
            Add(checks, "width", Positive(last["w"]), width);
            Add(checks, "height", Positive(last["h"]), height);
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

    private static void Resized(List<OssVerifiedProperty> checks, MediaOperation resize, string? width, string? height)
    {
        var (w, h) = (resize["w"], resize["h"]);
        if ((resize["mode"] ?? "lfit") is "lfit" or "mfit" && w is not null && h is not null)
        {
            // One side is met, the other follows from the proportions.
            var inside = resize["mode"] != "mfit";
            var met = int.TryParse(width, out var isWide) && int.TryParse(height, out var isHigh) && (width == w || height == h)
                && (inside ? isWide <= int.Parse(w) && isHigh <= int.Parse(h) : isWide >= int.Parse(w) && isHigh >= int.Parse(h));
            checks.Add(new OssVerifiedProperty("size", $"{w}x{h} ({(inside ? "lfit" : "mfit")})", $"{width ?? "unknown"}x{height ?? "unknown"}", met));
            return;
        }

        Add(checks, "width", w, width);
        Add(checks, "height", h, height);
        if (w is not null || h is not null || !int.TryParse(width, out var x) || !int.TryParse(height, out var y)) return;
        Add(checks, "longer side", resize["l"], Math.Max(x, y).ToString(CultureInfo.InvariantCulture));
        if (resize["l"] is null) Add(checks, "shorter side", resize["s"], Math.Min(x, y).ToString(CultureInfo.InvariantCulture));
    }

    private static List<OssVerifiedProperty> Media(MediaOperation operation, MediaFacts facts)
    {
        var checks = new List<OssVerifiedProperty>();
        if (operation["s"]?.Split('x') is [var w, var h])
        {
            Add(checks, "width", w.Length == 0 ? null : w, Text(facts.Width));
            Add(checks, "height", h.Length == 0 ? null : h, Text(facts.Height));
        }

        if (operation["f"] is { } format && facts.Format is { } found)
            checks.Add(new OssVerifiedProperty("format", format, found, found.Split(',').Contains(Container(format), StringComparer.OrdinalIgnoreCase)));
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

    // How ffprobe, whose words the service answers, names the containers.
    private static string Container(string format) => format switch { "mkv" => "matroska", "ts" => "mpegts", "oga" or "opus" => "ogg", _ => format };

    private static string? Codec(string? codec) => codec switch { "copy" => null, "hevc" => "h265", _ => codec };
}
