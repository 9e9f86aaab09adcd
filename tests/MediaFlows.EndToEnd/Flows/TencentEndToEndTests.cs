using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace MediaFlows.EndToEnd.Flows;

/// <summary>Tencent Cloud VOD over HTTP: a local file through upload and processing, its bytes compared, and the look-ups beside it.</summary>
public sealed class TencentEndToEndTests(Worlds.World world)
{
    [Fact]
    public async Task A_file_of_media_storage_is_uploaded_and_transcoded_in_one_flow_with_the_same_bytes()
    {
        world.Clouds["tencent"].Knobs["jobSeconds"] = 1;
        await using var host = await world.StartHostAsync(world.Azurite.NewName("e2e"));
        var content = RandomNumberGenerator.GetBytes((6 * 1024 * 1024) + 7);
        (await host.Client.PutAsync("/api/media/clips/tencent.mp4", new ByteArrayContent(content))).EnsureSuccessStatusCode();

        var input = new JsonObject { ["operation"] = "transcode", ["quality"] = "hd", ["source"] = new JsonObject { ["blob"] = "clips/tencent.mp4" }, ["pollInterval"] = 1 };
        var ended = await host.EndAsync((await host.StartFlowAsync("tencent.process", input))["id"]!.GetValue<string>());

        Assert.Equal("completed", ended["state"]!.GetValue<string>());
        var fileId = ended["output"]!["FileId"]!.GetValue<string>();
        Assert.Single(world.Clouds["tencent"].Charges.List(), c => c.Subject == fileId);
        var media = await AskAsync(host.Client, "tencent.describe-media", new JsonObject { ["fileId"] = new JsonArray(fileId) });
        using var plain = new HttpClient();
        var stored = await plain.GetByteArrayAsync(media["MediaInfoSet"]![0]!["BasicInfo"]!["MediaUrl"]!.GetValue<string>());
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(stored));
        Assert.NotEmpty(await plain.GetByteArrayAsync(ended["output"]!["Files"]![0]!["FileUrl"]!.GetValue<string>()));

        var chat = await AskAsync(host.Client, "tencent.aigc-chat", new JsonObject { ["message"] = "hello" });
        Assert.Equal("You said: hello", chat["choices"]![0]!["message"]!["content"]!.GetValue<string>());
        Assert.Equal("You said: one two", await StreamAsync(host.Client, new JsonObject { ["message"] = "one two" }));
        Assert.Equal("Hunyuan", (await AskAsync(host.Client, "tencent.aigc-image-models", []))["default"]!.GetValue<string>());
    }

    private static async Task<string> StreamAsync(HttpClient client, JsonObject input)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/queries/tencent.aigc-chat") { Content = JsonContent.Create(input) };
        request.Headers.Accept.ParseAdd("text/event-stream");
        using var answer = await client.SendAsync(request);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        var events = (await answer.Content.ReadAsStringAsync()).Split('\n').Where(l => l.StartsWith("data: ", StringComparison.Ordinal)).Select(l => l[6..]).ToList();
        Assert.Equal("[DONE]", events[^1]);
        return string.Concat(events.SkipLast(1).SelectMany(e => JsonNode.Parse(e)!["choices"]!.AsArray()).Select(c => c!["delta"]!["content"]?.ToString()));
    }

    private static async Task<JsonNode> AskAsync(HttpClient client, string query, JsonObject input)
    {
        using var answer = await client.PostAsJsonAsync("/api/queries/" + query, input);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        var json = JsonNode.Parse(text)!;
        return json["output"] ?? json;
    }
}
