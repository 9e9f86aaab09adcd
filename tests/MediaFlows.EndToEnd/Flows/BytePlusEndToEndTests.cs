using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace MediaFlows.EndToEnd.Flows;

/// <summary>The first pipelines over HTTP, with every byte compared.</summary>
public sealed class BytePlusEndToEndTests(Worlds.World world)
{
    [Fact]
    public async Task A_file_is_uploaded_enhanced_and_played_back_with_the_same_bytes()
    {
        await using var host = await world.StartHostAsync(world.Azurite.NewName("e2e"));
        var content = RandomNumberGenerator.GetBytes(300_000);
        using (var put = await host.Client.PutAsync("/api/media/clips/one.mp4", new ByteArrayContent(content)))
        {
            var stored = JsonNode.Parse(await put.Content.ReadAsStringAsync())!;
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), stored["sha256"]!.GetValue<string>());
        }

        var upload = await host.EndAsync((await host.StartFlowAsync("byteplus.upload-file", new JsonObject { ["source"] = new JsonObject { ["blob"] = "clips/one.mp4" } }))["id"]!.GetValue<string>());
        Assert.Equal("completed", upload["state"]!.GetValue<string>());
        using var plain = new HttpClient();
        var played = await plain.GetByteArrayAsync(upload["output"]!["PlayURL"]!.GetValue<string>());
        Assert.Equal(SHA256.HashData(content), SHA256.HashData(played));

        var enhance = new JsonObject { ["type"] = "Vid", ["video"] = upload["output"]!["Vid"]!.GetValue<string>(), ["config"] = "common", ["repair_style"] = 1 };
        var enhanced = await host.EndAsync((await host.StartFlowAsync("byteplus.enhance", enhance))["id"]!.GetValue<string>());
        Assert.Equal("Success", enhanced["output"]!["Status"]!.GetValue<string>());
        Assert.NotEmpty(await plain.GetByteArrayAsync(enhanced["output"]!["VideoUrls"]![0]!["Url"]!.GetValue<string>()));
        var source = new Uri(upload["output"]!["PlayURL"]!.GetValue<string>()).AbsolutePath.Split('/')[^1];
        Assert.Single(world.Clouds["byteplus"].Charges.List(), c => c.Operation == "StartExecution" && c.Subject.EndsWith(source, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Listings_histories_and_logs_never_show_a_signature()
    {
        await using var host = await world.StartHostAsync(world.Azurite.NewName("e2e"));
        var id = (await host.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = world.VideoUrl("canary") + "?sig=CANARY4711&keep=1" }))["id"]!.GetValue<string>();
        var status = await host.EndAsync(id);
        var signature = status["output"]!["PlayURL"]!.GetValue<string>().Split("auth_key=")[1];
        var shown = await host.Client.GetStringAsync("/api/flows?include=input,output") + await host.Client.GetStringAsync($"/api/flows/{id}/history?top=1000") + host.Output;
        Assert.DoesNotContain("CANARY4711", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(signature, shown, StringComparison.Ordinal);
        foreach (var secret in world.Clouds.Environment.Where(e => e.Key.Contains("SECRET", StringComparison.Ordinal)))
            Assert.DoesNotContain(secret.Value, shown, StringComparison.Ordinal);
    }
}
