using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.AlibabaOss;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Node;

namespace MediaFlows.Simulator.Tests.AlibabaOss;

/// <summary>The simulator is what the official SDKs take it for.</summary>
public sealed class OfficialSdkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-oss-sdk-").FullName;

    [Fact]
    public async Task The_official_SDKs_put_upload_in_parts_sign_process_and_delete_against_the_simulator()
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int> { ["oss"] = 0 } });
        var image = Path.Combine(_folder, "photo.png");
        var large = Path.Combine(_folder, "large.bin");
        File.WriteAllBytes(image, TestImages.Png(200, 100));
        var bytes = new byte[(3 * 102_400) + 4_321];
        new Random(7).NextBytes(bytes);
        File.WriteAllBytes(large, bytes);

        var said = JsonNode.Parse(await OfficialSdk.RunAsync("MediaFlows.Simulator.Tests", "AlibabaOss", "ali-oss", new Dictionary<string, string>(simulator.Environment, StringComparer.Ordinal)
        {
            ["IMAGE"] = image,
            ["LARGE"] = large,
            ["STS_ID"] = OssAccount.StsKeyId,
            ["STS_SECRET"] = OssAccount.StsKeySecret,
            ["STS_TOKEN"] = OssAccount.SecurityToken,
        }, TestContext.Current.CancellationToken))!;

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        foreach (var version in (string[])["v1", "v4", "sts"])
        {
            var run = said[version]!;
            Assert.Equal(hash, (string)run["multipart"]!);
            Assert.Equal(hash, (string)run["signedUrl"]!);
            Assert.Equal("200", (string)run["info"]!["ImageWidth"]!["value"]!);
            Assert.Equal("OK", (string)run["saved"]!);
            Assert.Contains("dir/saved.png", run["listed"]!.AsArray().Select(k => (string)k!));
            Assert.Equal("NoSuchKey", (string)run["afterDelete"]!);
        }

        Assert.Equal("SignatureDoesNotMatch", (string)said["wrongSecret"]!);
        Assert.Equal("InvalidAccessKeyId", (string)said["wrongKey"]!);
        Assert.Equal("AccessDenied", (string)said["expired"]!);
        Assert.Equal("RequestTimeTooSkewed", (string)said["skewed"]!);
        Assert.Equal(OssAccount.Project, (string)said["imm"]!["bound"]!);
        Assert.Equal("ResourceNotFound", (string)said["imm"]!["unbound"]!);
        Assert.Equal("SignatureDoesNotMatch", (string)said["imm"]!["wrongSecret"]!);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
