using System.Text.Json.Nodes;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Node;

namespace MediaFlows.Simulator.Tests.Jimeng;

/// <summary>The simulated visual service is what the official SDK takes it for.</summary>
public sealed class OfficialSdkTests
{
    [Fact]
    public async Task The_official_SDK_submits_and_queries_against_the_simulator()
    {
        await using var simulator = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["jimeng"] = 0 } });
        var cloud = simulator["jimeng"];
        cloud.Knobs["queueSeconds"] = 0.05;
        cloud.Knobs["jobSeconds"] = 0.1;
        cloud.Knobs["renderer"] = "sample";
        var said = JsonNode.Parse(await OfficialSdk.RunAsync("MediaFlows.Simulator.Tests", "Jimeng", "@volcengine/openapi", simulator.Environment, TestContext.Current.CancellationToken))!;

        Assert.Equal(10000, said["submitted"]!["code"]!.GetValue<int>());
        Assert.Equal("18014398509481984001", said["submitted"]!["data"]!["task_id"]!.GetValue<string>());
        Assert.Equal("done", said["answer"]!["data"]!["status"]!.GetValue<string>());
        Assert.Equal("done", said["temporary"]!["data"]!["status"]!.GetValue<string>());
        using var http = new HttpClient();
        Assert.Equal(SampleVideo.ReadAllBytes(), await http.GetByteArrayAsync(said["answer"]!["data"]!["video_url"]!.GetValue<string>(), TestContext.Current.CancellationToken));
        Assert.Equal("not_found", said["unknown"]!["data"]!["status"]!.GetValue<string>());
        Assert.Equal(50215, said["otherKey"]!["code"]!.GetValue<int>());
        Assert.Equal(50215, said["invalid"]!["code"]!.GetValue<int>());
        Assert.Equal(50215, said["cancel"]!["code"]!.GetValue<int>());
        Assert.Equal("SignatureDoesNotMatch", Word(said["wrongSecret"]));
        Assert.Equal("InvalidAccessKey", Word(said["wrongKey"]));
        Assert.Equal("InvalidActionOrVersion", Word(said["wrongAction"]));
        Assert.Equal("jimeng_t2v_v30: 向日葵田里的金毛犬", Assert.Single(cloud.Charges.List()).Subject);
    }

    private static string Word(JsonNode? answer) => answer!["ResponseMetadata"]!["Error"]!["Code"]!.GetValue<string>();
}
