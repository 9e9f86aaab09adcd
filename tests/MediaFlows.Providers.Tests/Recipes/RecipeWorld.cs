using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Recipes;
using MediaFlows.Core.Serialization;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Ledger;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Providers.Tests.Recipes;

/// <summary>All simulated clouds on one virtual clock, for recipes that cross them.</summary>
public sealed class RecipeWorld : IAsyncLifetime
{
    private static readonly HttpClient Http = new();

    public VirtualTime Time { get; } = new();

    public SimulatorHost Clouds { get; private set; } = null!;

    public byte[] Video { get; } = SampleVideo.ReadAllBytes();

    /// <summary>Where BytePlus can fetch the video.</summary>
    public string VideoUrl => new Uri(Clouds["byteplus"].BaseUri, "/_sim/sample.mp4").AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        Clouds = await SimulatorHost.StartAsync(new SimulatorOptions { Time = Time });
        Clouds["byteplus"].Knobs["reencode"] = false;
        Clouds["jimeng"].Knobs["renderer"] = "sample";
        Clouds["videoeval"].Knobs["enabled"] = true; // Every crash evaluates one more video than a free account may.
        // What is tested is how the steps follow each other; stand-ins for pictures and videos save their time.
        Clouds["oss"].Knobs["noFfmpeg"] = 1.0;
    }

    public ValueTask DisposeAsync() => Clouds.DisposeAsync();

    public CrashDrill Drill()
    {
        var drill = new CrashDrill(typeof(ProviderAssembly).Assembly, Clouds.Environment, Time);
        drill.Media.Blobs["in/clip.mp4"] = Video;
        return drill;
    }

    /// <summary>The submits that were charged since <paramref name="before"/>, as <c>cloud operation</c>, sorted; at OSS those for <paramref name="instance"/>.</summary>
    public IReadOnlyList<string> ChargedSince(IReadOnlyDictionary<string, int> before, string instance = "run") =>
        [.. SimulatorHost.Available.SelectMany(c => ChargesOf(c, before[c], instance).Select(x => $"{c} {x.Operation}")).Order(StringComparer.Ordinal)];

    // A call that a dead process had sent may reach OSS after its successor has ended: its target says whose it was.
    private IEnumerable<Charge> ChargesOf(string cloud, int before, string instance) => cloud == "oss"
        ? Clouds[cloud].Charges.List().Where(x => x.Subject.Contains($"previews/{instance}/", StringComparison.Ordinal))
        : Clouds[cloud].Charges.List().Skip(before);

    public IReadOnlyDictionary<string, int> Charges() => SimulatorHost.Available.ToDictionary(c => c, c => Clouds[c].Charges.Count, StringComparer.Ordinal);

    /// <summary>SHA-256 of every file that a cloud holds.</summary>
    public IEnumerable<string> Held(string cloud) => Clouds[cloud].Files.Keys().Select(k => Sha256(File.ReadAllBytes(Clouds[cloud].Files.Find(k)!)));

    public static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static async Task<byte[]> FetchAsync(string url) => await Http.GetByteArrayAsync(url, TestContext.Current.CancellationToken);

    /// <summary>A shipped recipe from its start to its end, with the outputs of its steps as their owner sees them.</summary>
    public async Task<(JsonObject Output, FlowTestHost Host)> RunAsync(string recipe, string inputs)
    {
        var host = await StartAsync(recipe, inputs);
        var ended = await host.RunToEndAsync("run");
        Assert.True(ended.Status == FlowStatus.Completed, $"{ended.Status}: {ended.Error?.Message} {ended.Error?.Hint}");
        return ((JsonObject)host.Services.GetRequiredService<FlowSerializer>().Reveal(ended.Output!, toOwner: true)!, host);
    }

    /// <summary>A host on which a shipped recipe was started as the instance <c>run</c>.</summary>
    public async Task<FlowTestHost> StartAsync(string recipe, string inputs)
    {
        var media = new TestMedia();
        media.Blobs["in/clip.mp4"] = Video;
        var host = await FlowTestHost.StartAsync(new FlowTestOptions
        {
            Modules = [typeof(ProviderAssembly).Assembly],
            Settings = Clouds.Environment,
            Time = Time,
            Configure = s => s.AddSingleton(media),
        });
        var flow = host.Catalog.RequireFlow("mediaflows.recipe");
        var serializer = host.Services.GetRequiredService<FlowSerializer>();
        var run = (RecipeRun)serializer.ReadInput(JsonDocument.Parse(Start(recipe, inputs)).RootElement, flow.InputType);
        var prepared = await flow.PrepareAsync(run, new FlowPreparation(host.Services.GetRequiredService<IConfiguration>(), host.Media, false, host.Services), CancellationToken.None);
        await host.StartAsync(flow.Info.Name, prepared, "run");
        return host;
    }

    public static string Start(string recipe, string inputs) => $$"""{"name":"{{recipe}}","inputs":{{inputs}}}""";
}
