using MediaFlows.Simulator.Hosting;
using MediaFlows.Simulator.Media;
using MediaFlows.Testing.Azurite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(MediaFlows.EndToEnd.Worlds.World))]

namespace MediaFlows.EndToEnd.Worlds;

/// <summary>What every end-to-end test runs in: Azurite, the simulated clouds, and a web server with videos. Real processes, real HTTP, real time.</summary>
public sealed class World : IAsyncLifetime
{
    private WebApplication? _videos;

    public AzuriteFixture Azurite { get; } = new();

    public SimulatorHost Clouds { get; private set; } = null!;

    /// <summary>The bytes behind every URL of <see cref="VideoUrl"/>.</summary>
    public byte[] Video { get; } = SampleVideo.ReadAllBytes();

    public string VideoUrl(string name) => $"{_videos!.Urls.First()}/videos/{name}.mp4";

    /// <summary>A host on a hub of its own, as a process that can be killed.</summary>
    public Task<HostProcess> StartHostAsync(string hub, string? folder = null, bool ingests = false, IReadOnlyDictionary<string, string?>? settings = null) =>
        HostProcess.StartAsync(this, hub, folder, ingests, settings);

    /// <summary>Settings that point a host at clouds of its own, whose knobs and charges no other test touches.</summary>
    public static Dictionary<string, string?> SettingsOf(SimulatorHost clouds) =>
        clouds.Environment.ToDictionary(e => e.Key, e => (string?)e.Value, StringComparer.Ordinal);

    /// <summary>Settings of a host in this world.</summary>
    public Dictionary<string, string?> HostEnvironment(string hub, string folder, bool ingests = false)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MEDIAFLOWS_HOME"] = folder,
            ["MEDIAFLOWS_HUB"] = hub,
            ["AzureWebJobsStorage"] = Azurite.ConnectionString,
            ["MEDIAFLOWS_URL_ALLOW"] = "127.0.0.1",
            ["MEDIAFLOWS_LOG_LEVEL"] = "Information",
            ["VOD_POLL_INTERVAL"] = "1",
            ["MEDIAFLOWS_INGEST_PARALLEL"] = ingests ? "16" : "0", // All hubs of a storage account share its one queue.
            ["MEDIAFLOWS_INGEST_POLL_SECONDS"] = "1",
            ["DOTNET_EnableDiagnostics"] = "0", // Killed processes leave the runtime's diagnostic sockets in the temp folder.
        };
        foreach (var (name, value) in Clouds.Environment) environment[name] = value;
        return environment;
    }

    public async ValueTask InitializeAsync()
    {
        await Azurite.InitializeAsync();
        Clouds = await SimulatorHost.StartAsync(new SimulatorOptions());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _videos = builder.Build();
        _videos.MapGet("/videos/{name}", () => Results.Bytes(Video, "video/mp4", enableRangeProcessing: true));
        await _videos.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_videos is not null) await _videos.DisposeAsync();
        if (Clouds is not null) await Clouds.DisposeAsync();
        await Azurite.DisposeAsync();
    }
}
