using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;

namespace MediaFlows.Providers.Tencent.Commands;

/// <summary>What people read of a chat: the words on standard output, what they used up and why they ended early beside it.</summary>
internal static class ChatText
{
    /// <summary>Words of one chunk of a stream.</summary>
    public static string? Piece(JsonNode chunk) => chunk.Objects("choices").FirstOrDefault()?["delta"].Text("content");

    /// <summary>Words of a whole answer.</summary>
    public static string? Whole(JsonNode answer) => answer.Objects("choices").FirstOrDefault()?["message"].Text("content");

    /// <summary>A remark about one chunk, or null.</summary>
    public static string? Remark(JsonNode chunk, bool usage)
    {
        if (chunk["warnings"] is JsonArray warnings) return string.Join(' ', warnings.Select(w => w?.ToString()));
        if (usage && chunk["usage"] is JsonObject used) return $"Tokens: {used["prompt_tokens"]} in, {used["completion_tokens"]} out, {used["total_tokens"]} in all.";
        return chunk.Objects("choices").FirstOrDefault().Text("finish_reason") switch
        {
            "length" => "The answer was cut at the most tokens that were allowed.",
            "content_filter" => "The answer was ended by the content check.",
            "tool_calls" => "The model asks for a tool; --json shows which.",
            _ => null,
        };
    }
}
