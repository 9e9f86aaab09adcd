using System.Text.Json.Nodes;
using MediaFlows.Simulator.AlibabaOss.Objects;
using MediaFlows.Simulator.AlibabaOss.Wire;

namespace MediaFlows.Simulator.AlibabaOss.Processing;

/// <summary>Operations that answer JSON: properties and detection.</summary>
internal static class ReadAnswers
{
    private static readonly string[] Detections = ["faces", "bodies", "cars", "codes", "labels", "score"];

    public static bool IsDetection(string action) => Detections.Contains(action);

    /// <summary><c>image/info</c>: every value is a string.</summary>

    /// <summary>Properties of the stored bytes; all values are strings, and EXIF tags follow the four that every picture has.</summary>
    public static async Task<JsonObject> InfoAsync(StoredObject source, CancellationToken cancellationToken)
    {
        var header = await ImageHeader.ReadAsync(source.Path, cancellationToken) ?? throw new OssErrorException(OssError.BadImage);
        static JsonObject Value(object value) => new() { ["value"] = value.ToString() };
        var info = new JsonObject { ["FileSize"] = Value(source.Length), ["Format"] = Value(header.Format), ["ImageHeight"] = Value(header.Height), ["ImageWidth"] = Value(header.Width) };
        if (header.Format == "jpg" && ExifOrientation.Read(source.Path) is { } orientation) info["Orientation"] = Value(orientation);
        return info;
    }

    public static async Task<JsonObject> AverageHueAsync(StoredObject source, CancellationToken cancellationToken)
    {
        if (await ImageHeader.ReadAsync(source.Path, cancellationToken) is null) throw new OssErrorException(OssError.BadImage);
        if (!MediaTools.CanProcess) return new JsonObject { ["RGB"] = "0x" + source.ETag[..6].ToLowerInvariant() };
        using var result = new ProcessedFile();
        var path = result.Add("pixel.rgb", "");
        await MediaTools.ProcessAsync(["-i", source.Path, "-vf", "scale=1:1:flags=area", "-pix_fmt", "rgb24", "-f", "rawvideo", "-frames:v", "1", path], cancellationToken);
        return new JsonObject { ["RGB"] = "0x" + Convert.ToHexStringLower(await File.ReadAllBytesAsync(path, cancellationToken)) };
    }

    /// <summary>Detection in the shapes of the matching IMM actions; what is found follows from the file's ETag, so it is stable.</summary>
    public static JsonObject Detect(string action, StoredObject source, string requestId)
    {
        var header = ImageHeader.Read(source.Path) ?? throw new OssErrorException(OssError.BadImage);
        var confidence = Math.Round(0.5 + (Convert.ToInt32(source.ETag[..2], 16) / 512.0), 3);
        var boundary = new JsonObject { ["Left"] = header.Width / 4, ["Top"] = header.Height / 4, ["Width"] = header.Width / 2, ["Height"] = header.Height / 2 };
        var answer = new JsonObject { ["RequestId"] = requestId };
        (string Name, JsonNode Value) found = action switch
        {
            "faces" => ("Faces", new JsonArray(new JsonObject
            {
                ["FigureId"] = "figure-" + source.ETag[..8].ToLowerInvariant(), ["FigureType"] = "face", ["FigureConfidence"] = confidence, ["Age"] = 30, ["Gender"] = "female",
                ["GenderConfidence"] = confidence, ["Emotion"] = "calm", ["HeadPose"] = new JsonObject { ["Pitch"] = 1.5, ["Roll"] = 0.5, ["Yaw"] = -2.0 }, ["Boundary"] = boundary,
            })),
            "bodies" => ("Bodies", new JsonArray(new JsonObject { ["Confidence"] = confidence, ["Boundary"] = boundary })),
            "cars" => ("Cars", new JsonArray(new JsonObject
            {
                ["CarType"] = "sedan", ["CarTypeConfidence"] = confidence, ["CarColor"] = "white", ["CarColorConfidence"] = confidence, ["Confidence"] = confidence,
                ["Boundary"] = boundary, ["LicensePlates"] = new JsonArray(),
            })),
            "codes" => ("Codes", new JsonArray()),
            "labels" => ("Labels", new JsonArray(new JsonObject
            {
                ["LabelName"] = "pattern", ["ParentLabelName"] = "graphic", ["LabelLevel"] = 2, ["LabelConfidence"] = confidence, ["CentricScore"] = 0.8, ["Language"] = "en",
            })),
            _ => ("ImageScore", new JsonObject { ["OverallQualityScore"] = confidence }),
        };
        answer[found.Name] = found.Value;
        return answer;
    }
}
