using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Providers.Tencent.Api;
using MediaFlows.Providers.Tencent.Catalogues;
using MediaFlows.Providers.Tencent.Flows.Inputs;
using MediaFlows.Providers.Tencent.Words;

namespace MediaFlows.Providers.Tencent.Queries.Chat;

/// <summary>Checks a chat and makes its request.</summary>
internal static class ChatBodies
{
    public static JsonObject Build(ChatInput input, InputChecks checks)
    {
        var model = input.Model ?? ChatModels.Current.Default;
        var known = ChatModels.Current.Find(model);
        if (known is null && !ChatModels.Current.Offline.Contains(model)) checks.Warn($"The model {model} is not in the catalogue of this version; it is sent as it is.");
        checks.RefuseIf(ChatModels.Current.Offline.Contains(model), "model", $"The model {model} was withdrawn. tencent.aigc-chat-models lists the others.");
        checks.RefuseIf(
            known is not null && !known.Inputs.Contains("audio") && (input.AudioBase64 is not null || input.FileUrl is not null),
            "model",
            $"{model} takes no sound and no files; Gemini models do.");
        checks.Range("temperature", input.Temperature, 0, 2);
        checks.Range("maxTokens", input.MaxTokens, 1, int.MaxValue);
        checks.Range("timeout", input.Timeout, 1, 3600);
        checks.RefuseIf(
            input.AudioFormat is not (null or "mp3" or "wav"),
            "audioFormat",
            $"'{input.AudioFormat}' is not a value of audioFormat. There are: mp3, wav.");
        var body = VodJson.Object(
            ("model", model),
            ("messages", Messages(input, checks)),
            ("temperature", input.Temperature),
            ("max_tokens", input.MaxTokens),
            ("reasoning_effort", checks.Word(TencentWords.ReasoningEffort, "reasoningEffort", input.ReasoningEffort)),
            ("response_format", checks.Word(TencentWords.ResponseFormat, "responseFormat", input.ResponseFormat) is "json" or "json_schema" ? new JsonObject { ["type"] = "json_object" } : null),
            ("tools", Node(input.Tools)),
            ("tool_choice", Node(input.ToolChoice)),
            ("input_compliance_check", input.InputComplianceCheck),
            ("output_compliance_check", input.OutputComplianceCheck));
        if (input.Thinking is { } thinking)
        {
            if (known is { Thinking: false }) checks.Warn($"{model} does not take the thinking switch; it was left out.");
            else body["thinking_enabled"] = thinking;
        }

        return body;
    }

    private static JsonArray? Messages(ChatInput input, InputChecks checks)
    {
        if (input.Messages is { } history)
        {
            checks.RefuseIf(input.Message is not null, "message", "Give either one message or the whole history as messages, not both.");
            checks.RefuseIf(history.ValueKind != JsonValueKind.Array || history.GetArrayLength() == 0, "messages", """messages is a list such as [{"role":"user","content":"Hello"}].""");
            return history.ValueKind == JsonValueKind.Array ? JsonArray.Create(history) : null;
        }

        if (checks.Ask(input.Message, "message", "What do you want to say?") is not { } text) return null;
        var messages = new JsonArray();
        if (input.System is not null) messages.Add(new JsonObject { ["role"] = "system", ["content"] = input.System });
        messages.Add(new JsonObject { ["role"] = "user", ["content"] = Content(input, text, checks) });
        return messages;
    }

    private static JsonNode Content(ChatInput input, string text, InputChecks checks)
    {
        if (input.ImageUrl is null && input.AudioBase64 is null && input.FileUrl is null) return text;
        foreach (var (field, link) in ((string, string?)[])[("imageUrl", input.ImageUrl), ("fileUrl", input.FileUrl)])
            checks.RefuseIf(link is not null && !FileReference.IsLink(link), field, $"{field} must start with http:// or https://.");
        var parts = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text });
        // A plain string here, unlike elsewhere.
        if (input.ImageUrl is not null) parts.Add(new JsonObject { ["type"] = "image_url", ["image_url"] = input.ImageUrl });
        if (input.AudioBase64 is not null) parts.Add(new JsonObject { ["type"] = "input_audio", ["input_audio"] = new JsonObject { ["data"] = input.AudioBase64, ["format"] = input.AudioFormat ?? "mp3" } });
        if (input.FileUrl is not null) parts.Add(VodJson.Object(("type", "file"), ("file_url", input.FileUrl), ("file_name", input.FileName)));
        return parts;
    }

    private static JsonNode? Node(JsonElement? element) => element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } e ? JsonNode.Parse(e.GetRawText()) : null;
}
