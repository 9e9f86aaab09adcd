using System.Diagnostics;
using System.Text.Json;
using MediaFlows.Core.Catalog;
using MediaFlows.Core.Client;
using MediaFlows.Core.Flows;
using MediaFlows.Core.Media;
using MediaFlows.Core.Secrets;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Core.Submissions;
using MediaFlows.Engine.Runtime;
using MediaFlows.Providers.BytePlus;
using MediaFlows.Providers.BytePlus.Activities;
using MediaFlows.Providers.BytePlus.Api;
using MediaFlows.Storage.Media;
using MediaFlows.Storage.Urls;
using MediaFlows.Testing.Flows;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ActivityContext = MediaFlows.Core.Activities.ActivityContext;

namespace MediaFlows.Benchmarks.Uploads;

/// <summary>
/// A 1 GiB file through <c>byteplus.upload-file</c> on the embedded engine to the simulator in a process of its own, beside the same bytes PUT there
/// by one plain <see cref="HttpClient"/>. Memory is what this process, the one that runs the flow, needs more than before.
/// </summary>
public sealed class UploadThroughput : IAsyncDisposable
{
    private const long MiB = 1024 * 1024;
    private readonly Process _simulator;
    private readonly ServiceProvider _services;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mediaflows-upload-");
    private readonly string _file;
    private readonly long _length;

    private UploadThroughput(Process simulator, IReadOnlyDictionary<string, string> settings, long length)
    {
        _simulator = simulator;
        _length = length;
        _file = Path.Combine(_folder.FullName, "movie.mp4");
        _services = Build(settings, _folder.FullName);
    }

    /// <summary>Measures <paramref name="rounds"/> of each in turn, after one that warms up, and writes the medians.</summary>
    public static async Task<UploadFigures> RunAsync(TextWriter output, long length = 1024 * MiB, int rounds = 3)
    {
        var program = typeof(Simulator.Hosting.SimulatorHost).Assembly.Location;
        var simulator = Process.Start(new ProcessStartInfo("dotnet", [program, "byteplus"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var settings = JsonSerializer.Deserialize<Dictionary<string, string>>((await simulator.StandardOutput.ReadLineAsync())!)!;
        await using var bench = new UploadThroughput(simulator, settings, length);
        await bench.WriteFileAsync();
        await bench._services.GetRequiredService<Hub>().StartAsync();
        await bench.PlainAsync();
        var plain = new List<double>();
        var flow = new List<double>();
        long memory = 0;
        for (var round = 1; round <= rounds; round++)
        {
            plain.Add(await bench.PlainAsync());
            var (rate, extra) = await bench.FlowAsync($"upload-{round}");
            flow.Add(rate);
            memory = Math.Max(memory, extra);
        }

        var figures = new UploadFigures(Median(plain), Median(flow), memory);
        await output.WriteLineAsync(
            $"upload of {length / MiB} MiB: plain {figures.PlainRate:0} MiB/s, flow {figures.FlowRate:0} MiB/s ({figures.Ratio:0.00}x, at least 0.70x), extra memory {figures.ExtraMemory / 1e6:0} MB (at most 64)");
        return figures;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.GetRequiredService<Hub>().StopAsync();
        await _services.DisposeAsync();
        _simulator.Kill();
        _simulator.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<double> PlainAsync()
    {
        var apply = _services.GetRequiredService<FlowCatalog>().FindActivity(ApplyUpload.Ref.Name)!;
        var request = new ApplyUploadRequest("demo_space", $"plain-{Stopwatch.GetTimestamp()}.mp4", ".mp4", _length);
        var offer = (UploadOffer)(await apply.RunAsync(new ActivityContext { InstanceId = "plain", ActivityName = apply.Name }, request, CancellationToken.None))!;
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var put = new HttpRequestMessage(HttpMethod.Put, UploadGatewayClient.Url("http", offer.Targets[0])) { Content = new StreamContent(File.OpenRead(_file)) };
        put.Headers.TryAddWithoutValidation("Authorization", offer.Targets[0].Auth);
        var watch = Stopwatch.StartNew();
        using var answer = await http.SendAsync(put);
        answer.EnsureSuccessStatusCode();
        return Rate(watch);
    }

    private async Task<(double Rate, long ExtraMemory)> FlowAsync(string id)
    {
        var flow = _services.GetRequiredService<FlowCatalog>().RequireFlow("byteplus.upload-file");
        var preparation = new FlowPreparation(_services.GetRequiredService<IConfiguration>(), _services.GetRequiredService<IMediaReader>());
        var input = await flow.PrepareAsync(new Providers.BytePlus.Flows.UploadFileInput { Source = new MediaSource { File = "movie.mp4" } }, preparation, CancellationToken.None);
        var client = _services.GetRequiredService<IFlowClient>();
        GC.Collect();
        var before = Environment.WorkingSet;
        var most = before;
        var watch = Stopwatch.StartNew();
        await client.StartAsync(new FlowStart { Flow = flow.Info.Name, Input = input, InstanceId = id }, CancellationToken.None);
        while (true)
        {
            var instance = await client.GetAsync(id, CancellationToken.None);
            most = Math.Max(most, Environment.WorkingSet);
            if (instance!.Status == FlowStatus.Completed) return (Rate(watch), most - before);
            if (instance.Status.IsEnded()) throw new InvalidOperationException(instance.Error?.Message);
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private double Rate(Stopwatch watch) => _length / watch.Elapsed.TotalSeconds / MiB;

    private async Task WriteFileAsync()
    {
        await using var file = File.Create(_file);
        var block = new byte[MiB];
        var random = new Random(1);
        for (long written = 0; written < _length; written += block.Length)
        {
            random.NextBytes(block);
            await file.WriteAsync(block);
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static ServiceProvider Build(IReadOnlyDictionary<string, string> settings, string fileRoot)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings!).Build());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IBlobStore>(new MemoryBlobStore(TimeProvider.System));
        services.AddSingleton<ISecretSource>(new TestSecrets(settings));
        services.AddSingleton<IFieldProtector, TestProtector>();
        services.AddSingleton<ISubmissionLedger, BlobSubmissionLedger>();
        services.AddSingleton(new MediaStore(
            () => throw new NotSupportedException("The file is on disk."),
            new MediaOptions { FileRoot = fileRoot },
            new GuardedHttpClient(new GuardedHttpOptions { Allowed = UrlAllowList.Parse(null), Time = TimeProvider.System }),
            TimeProvider.System));
        services.AddSingleton<IMediaReader>(s => s.GetRequiredService<MediaStore>());
        services.AddSingleton<IMediaWriter>(s => s.GetRequiredService<MediaStore>());
        services.AddFlowCatalog(typeof(BytePlusModule).Assembly);
        FlowTestHost.AddTestEngine(services);
        return services.BuildServiceProvider();
    }
}
