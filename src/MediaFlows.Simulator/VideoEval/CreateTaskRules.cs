using System.Text.Json;
using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.VideoEval;

/// <summary>What a creation must hold.</summary>
internal static class CreateTaskRules
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "agent_id", "audience_id", "form_id", "attachment_ids", "prompt", "language", "is_typical_user_enabled", "typical_user_count",
        "typical_user_selection_mode", "is_report_enabled",
    };

    /// <summary>The first broken rule, or null.</summary>
    public static string? Problem(JsonObject body)
    {
        if (body.Select(p => p.Key).FirstOrDefault(k => !Known.Contains(k)) is { } unknown) return $"unknown field {unknown}";
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[("agent_id", "125"), ("audience_id", "3664529"), ("form_id", "0")])
            if (body[name]?.ToJsonString() != value) return $"{name} must be {value}";
        if (body["attachment_ids"] is not JsonArray { Count: >= 1 and <= 10 } ids) return "attachment_ids must hold 1 to 10 ids";
        if (ids.Any(i => i?.GetValueKind() is not (JsonValueKind.String or JsonValueKind.Number))) return "an attachment id must be a string or an integer";
        if (!OneOf(body["language"], "auto", "zh", "en")) return "language must be auto, zh or en";
        if (!OneOf(body["typical_user_selection_mode"], "VIEWPOINT", "PROFILE")) return "typical_user_selection_mode must be VIEWPOINT or PROFILE";
        if (body["typical_user_count"] is { } count && !(int.TryParse(count.ToJsonString(), out var n) && n > 0)) return "typical_user_count must be above 0";
        return body["prompt"] is { } prompt && prompt.GetValueKind() != JsonValueKind.String ? "prompt must be a string" : null;
    }

    private static bool OneOf(JsonNode? node, params ReadOnlySpan<string> words) => node is null || words.Contains(node.ToString());
}
