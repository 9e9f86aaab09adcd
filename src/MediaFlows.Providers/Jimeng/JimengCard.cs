using System.Text;
using System.Text.Json.Nodes;

namespace MediaFlows.Providers.Jimeng;

/// <summary>The text that the document prints after a success; its field names are fixed and the same in every language.</summary>
internal static class JimengCard
{
    public static string Render(JsonNode output, string _)
    {
        var info = output["generation_info"];
        var fps = info?["fps"]?.ToString() ?? "24";
        var text = new StringBuilder();
        text.Append("**Generated Video:**\n");
        text.Append($"[Download Video]({output["video_url"]})\n");
        text.Append("**Generation Info:**\n");
        text.Append($"- Prompt: {info?["prompt"]}\n");
        text.Append($"- Duration: {info?["duration"]} seconds\n");
        text.Append($"- Mode: {info?["mode"]}\n");
        text.Append($"- FPS: {fps}{(fps == "24" ? "" : " (asked for; the service makes 24)")}");
        if (info?["save_path"] is { } path) text.Append($"\n- Save Path: {path}");
        return text.ToString();
    }
}
