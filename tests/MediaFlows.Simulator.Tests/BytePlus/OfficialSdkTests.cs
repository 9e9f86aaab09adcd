using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Node;

namespace MediaFlows.Simulator.Tests.BytePlus;

/// <summary>The simulator is what the official SDK takes it for.</summary>
public sealed class OfficialSdkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-byteplus-sdk-").FullName;

    [Fact]
    public async Task The_official_SDK_uploads_pulls_and_enhances_against_the_simulator()
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["byteplus"] = 0 } });
        var cloud = simulator["byteplus"];
        cloud.Knobs["jobSeconds"] = 0.3;
        cloud.Knobs["playAuth"] = "none";
        cloud.Knobs["reencode"] = false;
        var small = SampleVideo.ReadAllBytes();
        var large = new byte[(41 * 1024 * 1024) + 11];
        new Random(7).NextBytes(large);

        var environment = new Dictionary<string, string>(simulator.Environment, StringComparer.Ordinal)
        {
            ["SMALL"] = Write("small.mp4", small),
            ["LARGE"] = Write("large.mp4", large),
            ["SOURCE_URL"] = new Uri(cloud.BaseUri, "/_sim/sample.mp4").AbsoluteUri,
        };
        var said = JsonNode.Parse(await OfficialSdk.RunAsync("MediaFlows.Simulator.Tests", "BytePlus", "@volcengine/openapi", environment, TestContext.Current.CancellationToken))!;

        Assert.Equal("sdk/small clip.mp4", said["small"]!["SourceInfo"]!["FileName"]!.GetValue<string>());
        Assert.Equal(SHA256.HashData(small), await DownloadedAsync(cloud, "sdk/small%20clip.mp4"));
        Assert.Equal(SHA256.HashData(large), await DownloadedAsync(cloud, "sdk/large.mp4"));
        Assert.Equal(large.Length, said["large"]!["SourceInfo"]!["Size"]!.GetValue<double>());
        Assert.StartsWith("v0", said["pull"]!["vid"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("job-of-nobody", said["pull"]!["missing"]![0]!.GetValue<string>());
        Assert.True(said["sameRun"]!.GetValue<bool>());
        var result = said["finished"]!["Output"]!["Task"]!["Enhance"]!["StoreUri"]!.GetValue<string>();
        Assert.Equal(SHA256.HashData(small), await DownloadedAsync(cloud, result["tos://".Length..].Split('/', 2)[1]));
        Assert.Equal(1, said["play"]!.GetValue<int>());
        Assert.Equal("SignatureDoesNotMatch", said["wrongSecret"]!["Code"]!.GetValue<string>());
        Assert.Equal(100010, said["wrongSecret"]!["CodeN"]!.GetValue<int>());
        Assert.Equal("InvalidAccessKey", said["wrongKey"]!["Code"]!.GetValue<string>());
        Assert.Equal("InvalidParameter.SessionKey", said["wrongSession"]!["Code"]!.GetValue<string>());
        Assert.Equal("InvalidActionOrVersion", said["wrongAction"]!["Code"]!.GetValue<string>());
        Assert.Equal(["StartExecution", "UploadMediaByUrl"], cloud.Charges.List().Select(c => c.Operation).Order(StringComparer.Ordinal));
        Assert.Equal(2, cloud.Requests["PUT part"]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task<byte[]> DownloadedAsync(CloudContext cloud, string path)
    {
        using var http = new HttpClient();
        await using var content = await http.GetStreamAsync(new Uri(cloud.BaseUri, path));
        return await SHA256.HashDataAsync(content);
    }
}
