using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Providers.AlibabaOss;
using MediaFlows.Providers.AlibabaOss.Api;
using MediaFlows.Simulator.AlibabaOss;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.AlibabaOss.Flows;

/// <summary>The simulated cloud on the virtual clock, with a runner of flows beside it.</summary>
public sealed class OssFixture : IAsyncLifetime
{
    public VirtualTime Time { get; } = new();

    public SimulatorHost Host { get; private set; } = null!;

    public CloudContext Cloud => Host["oss"];

    public async ValueTask InitializeAsync() =>
        Host = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int> { ["oss"] = 0 }, Time = Time });

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    public InlineFlowRunner Runner(params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string>(Host.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in more) settings[name] = value;
        return new InlineFlowRunner(settings, Time, null, typeof(OssModule).Assembly);
    }

    public static OssPlace Place(InlineFlowRunner runner, string bucket = OssAccount.Bucket) =>
        new(bucket, OssAccount.Region, runner.Services.GetRequiredService<Microsoft.Extensions.Configuration.IConfiguration>()["ALIBABA_CLOUD_OSS_ENDPOINT"]);

    public static async Task PutAsync(InlineFlowRunner runner, string key, byte[] content, string bucket = OssAccount.Bucket) =>
        await runner.Services.GetRequiredService<ObjectClient>().PutAsync(
            Place(runner, bucket), key, _ => Task.FromResult<Stream>(new MemoryStream(content)), content.Length, "application/octet-stream", CancellationToken.None);

    public static Task<IReadOnlyList<ListedObject>> ListAsync(InlineFlowRunner runner, string prefix) =>
        runner.Services.GetRequiredService<ObjectClient>().ListAsync(Place(runner), prefix, 1000, CancellationToken.None);

    public static JsonNode Output(InlineRun run)
    {
        Assert.True(run.Error is null, run.Error?.Message + " " + run.Error?.Hint);
        return JsonNode.Parse(run.Output!.Value.GetRawText())!;
    }

    public static byte[] Picture(int width = 200, int height = 100) => TestImages.Png(width, height);

    public static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    public static bool HasFfmpeg { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "ffmpeg")));
}
