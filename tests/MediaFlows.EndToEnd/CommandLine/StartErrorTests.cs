using System.Text.Json.Nodes;
using MediaFlows.Local;

namespace MediaFlows.EndToEnd.CommandLine;

/// <summary>Commands that cannot have their hub: exit code 2 and one JSON line that says what to do, whether they serve or bring a host of their own.</summary>
public sealed class StartErrorTests(Worlds.World world) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediaflows-start-");

    [Fact]
    public async Task A_hub_that_another_process_owns_is_MF4002()
    {
        var hub = world.Azurite.NewName("owned");
        await using var owner = await world.StartHostAsync(hub);
        var environment = world.HostEnvironment(hub, _folder.FullName);
        foreach (var arguments in Commands())
        {
            var error = await ErrorAsync(environment, arguments);
            Assert.Equal("MF4002", (string?)error["code"]);
            Assert.Contains("is owned by process", (string?)error["error"], StringComparison.Ordinal);
        }

        var going = await owner.EndAsync((await owner.StartFlowAsync("byteplus.upload-url", new JsonObject { ["url"] = world.VideoUrl(hub) }))["id"]!.GetValue<string>());
        Assert.Equal("completed", (string?)going["state"]);
    }

    [Fact]
    public async Task Storage_that_cannot_be_reached_is_MF4001()
    {
        var environment = world.HostEnvironment(world.Azurite.NewName("away"), _folder.FullName);
        var nobody = FreePorts.Find();
        var key = Convert.ToBase64String(new byte[64]);
        environment["AzureWebJobsStorage"] = $"DefaultEndpointsProtocol=http;AccountName=a;AccountKey={key};BlobEndpoint=http://127.0.0.1:{nobody}/a;QueueEndpoint=http://127.0.0.1:{nobody}/a;";
        environment["MEDIAFLOWS_STORAGE_PATIENCE_SECONDS"] = "1";
        foreach (var arguments in Commands())
        {
            var error = await ErrorAsync(environment, arguments);
            Assert.Equal("MF4001", (string?)error["code"]);
            Assert.DoesNotContain(key, error.ToJsonString(), StringComparison.Ordinal);
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[][] Commands() => [["serve", "--port", $"{FreePorts.Find()}"], ["flows", "list"], ["run", "byteplus.upload-url", """{"url":"https://a.example/v.mp4"}"""]];

    private static async Task<JsonObject> ErrorAsync(Dictionary<string, string?> environment, string[] arguments)
    {
        var run = await StandardOutput.RunAsync(environment, arguments);
        run.Ended(2);
        var error = (JsonObject)JsonNode.Parse(Assert.Single(run.Lines))!;
        Assert.False(string.IsNullOrEmpty((string?)error["hint"]), run.Lines[0]);
        return error;
    }
}
