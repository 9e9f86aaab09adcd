using System.Security.Cryptography;
using System.Text.Json.Nodes;
using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.Tests.Tencent;

/// <summary>The simulator is what the official SDKs take it for.</summary>
public sealed class OfficialSdkTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-tencent-sdk-").FullName;

    [Fact]
    public async Task The_official_SDKs_upload_process_and_generate_against_the_simulator()
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int> { ["tencent"] = 0 } });
        var cloud = simulator["tencent"];
        cloud.Knobs["jobSeconds"] = 0.001;
        var small = Write("intro clip.v2.mp4", 70_000);
        var large = Write("large.mp4", (3 * 1024 * 1024) + 12_345);
        var cover = Write("cover.jpg", 1_000);
        Directory.CreateDirectory(Path.Combine(_folder, "hls", "low"));
        var segment = Write("hls/low/0.ts", 5_000);
        var playlist = Path.Combine(_folder, "hls", "master.m3u8");
        await File.WriteAllTextAsync(playlist, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/list.m3u8\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "hls", "low", "list.m3u8"), "#EXTM3U\n#EXTINF:4,\n0.ts\n#EXT-X-ENDLIST\n", TestContext.Current.CancellationToken);

        var environment = new Dictionary<string, string>(simulator.Environment, StringComparer.Ordinal)
        {
            ["SIMULATOR"] = cloud.BaseUri.ToString(),
            ["SMALL"] = small,
            ["LARGE"] = large,
            ["COVER"] = cover,
            ["PLAYLIST"] = playlist,
        };
        var said = JsonNode.Parse(await NodeSdk.RunAsync("run.cjs", environment, TestContext.Current.CancellationToken))!;

        Assert.Equal(await Sha256Async(File.OpenRead(small)), await FetchedAsync(said["small"]!["url"]!));
        Assert.Equal(await Sha256Async(File.OpenRead(cover)), await FetchedAsync(said["small"]!["cover"]!));
        Assert.Equal(await Sha256Async(File.OpenRead(large)), await FetchedAsync(said["large"]!["url"]!));
        Assert.Equal(await Sha256Async(File.OpenRead(playlist)), await FetchedAsync(said["playlist"]!));
        Assert.Equal(await Sha256Async(File.OpenRead(segment)), await FetchedAsync(new Uri(new Uri(said["playlist"]!.ToString()), "low/0.ts").ToString()));
        Assert.EndsWith("-4\"", said["large"]!["etag"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("SignatureDoesNotMatch", said["large"]!["refused"]!.ToString());
        Assert.Equal(["intro clip", "片头 (1)"], said["names"]!.AsArray().Select(n => n!.ToString()));
        Assert.Equal(["1"], said["unknown"]!.AsArray().Select(n => n!.ToString()));
        Assert.Equal("Procedure", said["transcode"]!["type"]!.ToString());
        Assert.EndsWith(".mp4", said["transcode"]!["url"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal("InvalidParameterValue.SessionId", said["duplicate"]!.ToString());
        Assert.Equal("AigcImageTask", said["image"]!["type"]!.ToString());
        Assert.Equal(1, (int)said["image"]!["files"]!);
        Assert.Equal("AuthFailure.SignatureFailure", said["wrongKey"]!.ToString());
        Assert.Equal("AuthFailure.SecretIdNotFound", said["wrongId"]!.ToString());
        Assert.Equal("UnknownParameter", said["unknownMember"]!.ToString());
        Assert.Equal("MissingParameter", said["missingMember"]!.ToString());
        Assert.Equal(["CreateAigcImageTask", "ProcessMedia"], cloud.Charges.List().Select(c => c.Operation).Order(StringComparer.Ordinal));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static async Task<string> FetchedAsync(JsonNode url)
    {
        using var http = new HttpClient();
        return await Sha256Async(await http.GetStreamAsync(url.ToString()));
    }

    private static async Task<string> Sha256Async(Stream stream)
    {
        await using (stream) return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
    }
}
