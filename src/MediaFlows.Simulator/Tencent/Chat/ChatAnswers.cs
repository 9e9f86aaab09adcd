using System.Text.Json.Nodes;

namespace MediaFlows.Simulator.Tencent.Chat;

/// <summary>The gateway's documents.</summary>
internal static class ChatAnswers
{
    public static JsonObject Whole(string id, string model, string content, DateTimeOffset now) => new()
    {
        ["id"] = id,
        ["object"] = "chat.completion",
        ["created"] = now.ToUnixTimeSeconds(),
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = content, ["reasoning_content"] = "", ["tool_calls"] = null },
            ["finish_reason"] = "stop",
        }),
        ["usage"] = Usage(content.Split(' ').Length),
    };

    public static JsonObject Chunk(string id, string model, string? content, string? finish) => new()
    {
        ["id"] = id,
        ["object"] = "chat.completion.chunk",
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["delta"] = content is null ? [] : new JsonObject { ["content"] = content },
            ["finish_reason"] = finish,
        }),
    };

    public static JsonObject UsageChunk(string id, string model, int words) => new()
    {
        ["id"] = id,
        ["object"] = "chat.completion.chunk",
        ["model"] = model,
        ["choices"] = new JsonArray(),
        ["usage"] = Usage(words),
    };

    private static JsonObject Usage(int words) => new()
    {
        ["prompt_tokens"] = 9,
        ["completion_tokens"] = words,
        ["total_tokens"] = 9 + words,
        ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0 },
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 0 },
    };
}
