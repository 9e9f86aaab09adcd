using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Jimeng.Api;

/// <summary>The body of <c>CVSync2AsyncSubmitTask</c>, in the order of the document's examples.</summary>
public static class JimengBody
{
    /// <summary>Builds it. <paramref name="images"/> are URLs, or raw base64 without a prefix when the request sends bytes.</summary>
    public static JsonObject Build(JimengRequest request, IReadOnlyList<string> images)
    {
        var body = new JsonObject { ["req_key"] = request.ReqKey };
        if (request.Prompt is not null) body["prompt"] = request.Prompt;
        if (images.Count > 0) body[request.Inline ? "binary_data_base64" : "image_urls"] = new JsonArray([.. images.Select(i => JsonValue.Create(i))]);
        if (request.TemplateId is not null) body["template_id"] = request.TemplateId;
        if (request.CameraStrength is not null) body["camera_strength"] = request.CameraStrength;
        body["seed"] = request.Seed;
        body["frames"] = request.Frames;
        if (request.AspectRatio is not null) body["aspect_ratio"] = request.AspectRatio;
        return body;
    }
}
