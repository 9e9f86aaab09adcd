using MediaFlows.Local.Azurite;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Storage;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MediaFlows.Benchmarks.Batches;

/// <summary>What the killed host leaves alone: Azurite, the simulated cloud and a web server with one small video under every name.</summary>
internal sealed class BatchWorld : IAsyncDisposable
{
    private readonly AzuriteProcess _azurite;
    private readonly SimulatorHost _clouds;
    private readonly WebApplication _videos;

    private BatchWorld(AzuriteProcess azurite, SimulatorHost clouds, WebApplication videos)
    {
        (_azurite, _clouds, _videos) = (azurite, clouds, videos);
        var account = new StorageAccount(new StorageOptions { ConnectionString = azurite.ConnectionString, Hub = "batch" });
        Queue = new MessageQueue(account, StorageRegistration.IngestQueueName, TimeProvider.System);
        PoisonQueue = new MessageQueue(account, StorageRegistration.IngestQueueName + "-poison", TimeProvider.System);
    }

    public MessageQueue Queue { get; }

    public MessageQueue PoisonQueue { get; }

    /// <summary>Folder of the host's keys.</summary>
    public DirectoryInfo Home { get; } = Directory.CreateTempSubdirectory("mediaflows-batch-");

    /// <summary>The URL of every charged pull.</summary>
    public IReadOnlyList<string> Charged => [.. _clouds["byteplus"].Charges.List().Select(c => c.Subject)];

    public static async Task<BatchWorld> StartAsync()
    {
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { OnProgress = Console.Error.WriteLine }, CancellationToken.None);
        var clouds = await SimulatorHost.StartAsync(new SimulatorOptions());
        clouds["byteplus"].Knobs["jobSeconds"] = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var videos = builder.Build();
        var video = new byte[2048];
        videos.MapGet("/{name}", () => Results.Bytes(video, "video/mp4", enableRangeProcessing: true));
        await videos.StartAsync();
        return new BatchWorld(azurite, clouds, videos);
    }

    public string VideoUrl(int item) => $"{_videos.Urls.First()}/clip-{item}.mp4";

    /// <summary>Settings of the host.</summary>
    public Dictionary<string, string?> Environment()
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MEDIAFLOWS_HOME"] = Home.FullName,
            ["MEDIAFLOWS_HUB"] = "batch",
            ["AzureWebJobsStorage"] = _azurite.ConnectionString,
            ["MEDIAFLOWS_URL_ALLOW"] = "127.0.0.1",
            ["MEDIAFLOWS_LOG_LEVEL"] = "Warning",
            ["MEDIAFLOWS_INGEST_POLL_SECONDS"] = "1",
            ["VOD_POLL_INTERVAL"] = "1",
        };
        foreach (var (name, value) in _clouds.Environment) environment[name] = value;
        return environment;
    }

    public async ValueTask DisposeAsync()
    {
        await _videos.DisposeAsync();
        await _clouds.DisposeAsync();
        await _azurite.DisposeAsync();
        Home.Delete(recursive: true);
    }
}
