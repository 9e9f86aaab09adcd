using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Tencent.State;
using MediaFlows.Simulator.Tencent.Vod;

namespace MediaFlows.Simulator.Tencent.Chat;

/// <summary>The chat gateway: bearer tokens, whole answers and streams. It repeats what the last user message says, so that tests can tell answers apart.</summary>
internal sealed class ChatEndpoint(TencentState state)
{
    private static readonly HashSet<string> Offline = new(StringComparer.Ordinal) { "gemini-3-pro-preview" };

    public async Task HandleAsync(HttpContext http)
    {
        if (!Authorized(http.Request))
        {
            await RefuseAsync(http, 401, "invalid_api_key", "The token is unknown.");
            return;
        }

        JsonObject? body;
        try
        {
            body = await JsonSerializer.DeserializeAsync<JsonObject>(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException)
        {
            body = null;
        }

        if (body?["messages"] is not JsonArray { Count: > 0 } messages)
        {
            await RefuseAsync(http, 400, "invalid_request", "messages is missing.");
            return;
        }

        var model = VodRequest.TextOf(body, "model");
        if (Offline.Contains(model) || !(model.StartsWith("gpt-", StringComparison.Ordinal) || model.StartsWith("gemini-", StringComparison.Ordinal)))
        {
            await RefuseAsync(http, 404, "model_not_found", $"The model {model} does not exist.");
            return;
        }

        if (state.IsTooFast("chat"))
        {
            http.Response.Headers.RetryAfter = "6";
            await RefuseAsync(http, 429, "rate_limited", "Too many requests a minute.");
            return;
        }

        var id = "chatcmpl-" + state.Ids.Hex();
        state.Cloud.Charges.Add("chat", id, model, null, state.Now);
        var words = ("You said: " + TextOf(messages[^1])).Split(' ');
        if (body["stream"]?.GetValueKind() == JsonValueKind.True) await StreamAsync(http, id, model, words);
        else await http.Response.WriteAsJsonAsync(ChatAnswers.Whole(id, model, string.Join(' ', words), state.Now));
    }

    // Knobs: chatWordSeconds lies between two words; once each, chatBreakNext drops the line after that many words, chatErrorNext gives up after one with that message.
    private async Task StreamAsync(HttpContext http, string id, string model, string[] words)
    {
        var breakAfter = state.Once("chatBreakNext") is { } number ? int.Parse(number) : int.MaxValue;
        var error = state.Once("chatErrorNext");
        var pause = TimeSpan.FromSeconds(state.Cloud.Knob("chatWordSeconds", 0));
        http.Response.ContentType = "text/event-stream";
        for (var i = 0; i < words.Length; i++)
        {
            if (i > 0 && pause > TimeSpan.Zero) await Task.Delay(pause, state.Cloud.Time, http.RequestAborted);
            if (i == breakAfter)
            {
                http.Abort();
                return;
            }

            await SendAsync(http, ChatAnswers.Chunk(id, model, (i == 0 ? "" : " ") + words[i], null).ToJsonString());
            if (error is null) continue;
            await SendAsync(http, new JsonObject { ["error"] = new JsonObject { ["message"] = error, ["code"] = "server_error" } }.ToJsonString());
            return;
        }

        await SendAsync(http, ChatAnswers.Chunk(id, model, null, "stop").ToJsonString());
        await SendAsync(http, ChatAnswers.UsageChunk(id, model, words.Length).ToJsonString());
        await SendAsync(http, "[DONE]");
    }

    private static async Task SendAsync(HttpContext http, string data)
    {
        await http.Response.WriteAsync($"data: {data}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private bool Authorized(HttpRequest request)
    {
        var bearer = request.Headers.Authorization.ToString();
        var token = bearer.StartsWith("Bearer ", StringComparison.Ordinal) ? bearer[7..] : request.Headers["x-api-key"].ToString();
        lock (state.Gate) return state.ChatTokens.Exists(t => t.Value == token && t.UsableFrom <= state.Now);
    }

    private Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new JsonObject
        {
            ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["code"] = code },
            ["request_id"] = state.Ids.RequestId(),
        });
    }

    private static string TextOf(JsonNode? message) => message?["content"] switch
    {
        JsonValue text => text.ToString(),
        JsonArray parts => string.Join(' ', parts.Select(p => VodRequest.TextOf(p, "text")).Where(t => t.Length > 0)),
        _ => "",
    };
}
