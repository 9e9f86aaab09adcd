using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.ImageTemplates;

/// <summary>Members of CreateProcessImageAsyncTemplate, named so that a template with the same settings is found again.</summary>
public static class ImageTemplateBody
{
    private const int ShownDigest = 16;

    /// <summary>The members for <paramref name="settings"/>; <paramref name="title"/> is what people see of it in the console.</summary>
    public static JsonObject Create(long? subAppId, string title, JsonObject settings) => VodJson.Object(
        ("SubAppId", subAppId),
        ("Name", $"{title} {Digest(VodJson.Embed(settings))[..ShownDigest]}"),
        ("ProcessImageConfigure", settings));

    /// <summary>Names the template among those of all sub-applications.</summary>
    public static string Key(JsonObject body) => Digest($"{body.Number("SubAppId")}\n{body.Text("Name")}");

    /// <summary>
    /// True when <paramref name="listed"/> is the template of <paramref name="body"/>: its name, and every setting as it was sent. The service may
    /// list further ones; a template that was changed in the console is another.
    /// </summary>
    public static bool Matches(JsonObject body, JsonObject listed) =>
        listed.Text("Name") == body.Text("Name") && Holds(listed["ProcessImageConfigure"], body["ProcessImageConfigure"]);

    private static bool Holds(JsonNode? listed, JsonNode? sent) => (listed, sent) switch
    {
        (JsonObject l, JsonObject s) => s.All(m => Holds(l[m.Key], m.Value)),
        (JsonValue l, JsonValue s) when l.GetValueKind() == JsonValueKind.Number && s.GetValueKind() == JsonValueKind.Number => Number(l) == Number(s),
        (JsonValue l, JsonValue s) => l.ToString() == s.ToString(),
        _ => false,
    };

    // 2 and 2.0 are the same factor.
    private static decimal Number(JsonValue value) => decimal.Parse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
