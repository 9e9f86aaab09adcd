using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Jimeng;

/// <summary>Reads a submit's body by the interface pages; null is what the service answers with 50215.</summary>
internal static class SubmitRules
{
    private const int MostInlineBytes = 4_928_307;

    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "req_key", "prompt", "image_urls", "binary_data_base64", "seed", "frames", "aspect_ratio", "template_id", "camera_strength",
    };

    private static readonly HashSet<string> Templates = new(StringComparer.Ordinal)
    {
        "hitchcock_dolly_in", "hitchcock_dolly_out", "robo_arm", "dynamic_orbit", "central_orbit", "crane_push", "quick_pull_back",
        "counterclockwise_swivel", "clockwise_swivel", "handheld", "rapid_push_pull",
    };

    public static VisualTask? Read(JsonObject body, string id, DateTimeOffset now, bool strict)
    {
        if (body.Any(p => !Known.Contains(p.Key)) || VisualModel.Find(Text(body["req_key"])) is not { } model) return null;
        var prompt = Text(body["prompt"]) ?? "";
        if (Images(body) is not { } images || images.Count < model.LeastImages || images.Count > model.MostImages) return null;
        if (prompt.EnumerateRunes().Count() > 800 || (prompt.Length == 0 && (images.Count == 0 || model.LeastImages == model.MostImages))) return null;
        if (Number(body["frames"], 121) is not { } frames || frames < 25 || frames % 24 != 1 || (strict && frames is not (121 or 241))) return null;
        if (Number(body["seed"], -1) is not >= -1 || !CameraIsRight(body, model)) return null;
        var ratio = Text(body["aspect_ratio"]);
        if (ratio is not null && images.Count > 0) return null;
        var size = images.Count > 0 ? model.Nearest(images[0] ?? 16.0 / 9) : model.SizeOf(ratio ?? "16:9");
        return size is { } s ? new VisualTask(id, model.ReqKey, prompt, (int)frames, s.Width, s.Height, now) : null;
    }

    private static bool CameraIsRight(JsonObject body, VisualModel model)
    {
        var (template, strength) = (Text(body["template_id"]), Text(body["camera_strength"]));
        return model.Camera
            ? template is not null && Templates.Contains(template) && strength is "weak" or "medium" or "strong"
            : template is null && strength is null;
    }

    // The ratios of the images, null for one that is given by URL; null for anything the service does not take.
    private static List<double?>? Images(JsonObject body)
    {
        if (body["image_urls"] is not null && body["binary_data_base64"] is not null) return null;
        if (body["image_urls"] is { } urls)
            return urls is JsonArray a && a.All(u => Uri.TryCreate(Text(u), UriKind.Absolute, out var url) && url.Scheme is "http" or "https") ? [.. a.Select(_ => (double?)null)] : null;
        if (body["binary_data_base64"] is null) return [];
        if (body["binary_data_base64"] is not JsonArray inline) return null;
        var ratios = new List<double?>();
        foreach (var text in inline.Select(Text))
        {
            var bytes = new byte[(text?.Length ?? 0) + 4];
            if (text is null || !Convert.TryFromBase64String(text, bytes, out var length) || length > MostInlineBytes) return null;
            if (ImagePixels.Of(bytes[..length]) is not { } size || Math.Min(size.Width, size.Height) < 320 || Math.Max(size.Width, size.Height) > 4096) return null;
            ratios.Add((double)size.Width / size.Height);
        }

        return ratios;
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.ToString() : null;

    private static long? Number(JsonNode? node, long otherwise) =>
        node is null ? otherwise : node.GetValueKind() == JsonValueKind.Number && long.TryParse(node.ToJsonString(), out var n) && n <= int.MaxValue ? n : null;
}
