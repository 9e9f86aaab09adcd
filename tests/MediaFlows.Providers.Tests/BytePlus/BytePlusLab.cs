using System.Text.Json.Nodes;
using MediaFlows.Providers.BytePlus;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.BytePlus;

/// <summary>The simulated cloud and the flows that talk to it, on one virtual clock.</summary>
internal sealed class BytePlusLab : IAsyncDisposable
{
    public const string Enhance = """{"type":"Vid","video":"VID","config":"common","repair_style":1,"res":"720p"}""";

    private readonly SimulatorHost _simulator;

    private BytePlusLab(SimulatorHost simulator, VirtualTime time, IReadOnlyDictionary<string, string>? settings, Action<IServiceCollection>? configure)
    {
        _simulator = simulator;
        Time = time;
        var environment = simulator.Environment.ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) environment[name] = value;
        Runner = new InlineFlowRunner(environment, time, configure, typeof(BytePlusModule).Assembly);
        Cloud.Knobs["reencode"] = false;
    }

    public VirtualTime Time { get; }

    public InlineFlowRunner Runner { get; }

    public CloudContext Cloud => _simulator["byteplus"];

    public IReadOnlyDictionary<string, string> Environment => _simulator.Environment;

    public static async Task<BytePlusLab> StartAsync(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var time = new VirtualTime();
        var options = new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["byteplus"] = 0 }, Time = time };
        return new BytePlusLab(await SimulatorHost.StartAsync(options), time, settings, configure);
    }

    /// <summary>Uploads the sample video and returns its Vid.</summary>
    public async Task<string> UploadSampleAsync()
    {
        Runner.Media.Blobs["sample.mp4"] = SampleVideo.ReadAllBytes();
        var run = await Runner.RunAsync("byteplus.upload-file", """{"source":{"blob":"sample.mp4"}}""", id: "sample");
        return Reveal(run)["Vid"]!.GetValue<string>();
    }

    /// <summary>The output as the flow's owner sees it.</summary>
    public JsonObject Reveal(InlineRun run)
    {
        Assert.Null(run.Error);
        return Runner.Serializer.Reveal(JsonNode.Parse(run.Output!.Value.GetRawText()), toOwner: true)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync();
        await _simulator.DisposeAsync();
    }
}
