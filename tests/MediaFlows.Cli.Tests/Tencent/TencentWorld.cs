using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Media;
using MediaFlows.Core.Serialization;
using MediaFlows.Core.Storage;
using MediaFlows.Host;
using MediaFlows.Simulator.Hosting;
using MediaFlows.Testing.Media;
using MediaFlows.Testing.Secrets;
using MediaFlows.Testing.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace MediaFlows.Cli.Tests.Tencent;

/// <summary>A host that does not read this machine's folders, the simulated cloud behind it, and a command line that talks to it.</summary>
public sealed class TencentWorld : IAsyncLifetime
{
    /// <summary>Collection of the tests that name their host in the environment, which all of a process share.</summary>
    public const string Alone = "The environment names the host";

    private MediaFlowsHost _host = null!;

    /// <summary>A folder of the caller.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("mediaflows-cli-").FullName;

    public SimulatorHost Clouds { get; private set; } = null!;

    public CloudContext Cloud => Clouds["tencent"];

    public HttpClient Client { get; private set; } = null!;

    /// <summary>A media of the library.</summary>
    public string FileId { get; private set; } = "";

    /// <summary>A task that was submitted.</summary>
    public string TaskId { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Clouds = await SimulatorHost.StartAsync(new SimulatorOptions { Clouds = new Dictionary<string, int>(StringComparer.Ordinal) { ["tencent"] = 0 } });
        Cloud.Knobs["jobSeconds"] = 0.001;
        _host = await MediaFlowsHost.CreateAsync(Options());
        Client = new HttpClient { BaseAddress = _host.Url };
        Client.DefaultRequestHeaders.Add("x-functions-key", _host.ApiKey);
        // Some commands have a --url of their own, so the host is named by the environment.
        Environment.SetEnvironmentVariable("MEDIAFLOWS_URL", _host.Url.ToString());
        Environment.SetEnvironmentVariable("MEDIAFLOWS_API_KEY", _host.ApiKey);
        await File.WriteAllBytesAsync(Path.Combine(Folder, "clip.mp4"), new byte[1000]);
        FileId = (await RunAsync("tencent", "upload", "--file", Path.Combine(Folder, "clip.mp4"))).Json["FileId"]!.ToString();
        TaskId = (await RunAsync("tencent", "aigc-image", "create", "--prompt", "a tree", "--no-wait")).Json["TaskId"]!.ToString();
    }

    /// <summary>Runs one line of the command line.</summary>
    public static async Task<CommandOutcome> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Program.RunAsync(arguments, new Terminal(output, error, interactive: false, colour: false));
        return new CommandOutcome(exit, output.ToString(), error.ToString());
    }

    public async Task<(int Status, JsonObject Body)> PostAsync(string path, JsonNode body)
    {
        using var answer = await Client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!);
    }

    public async Task<JsonObject> GetAsync(string path) =>
        (JsonObject)JsonNode.Parse(await Client.GetStringAsync(path, TestContext.Current.CancellationToken))!;

    /// <summary>Names of the provider's flows (<c>items</c>) or look-ups (<c>queries</c>) in the host's catalog.</summary>
    public async Task<IEnumerable<string>> NamesAsync(string kind) => (await GetAsync("/api/pipelines"))[kind]!.AsArray()
        .Select(p => p!["name"]!.ToString())
        .Where(n => n.StartsWith("tencent.", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    /// <summary>The words of a line, with what stands in braces filled in.</summary>
    public string[] Line(string line) => [.. line.Split(' ').Select(Filled)];

    public string Filled(string text) => text
        .Replace("{file}", FileId, StringComparison.Ordinal)
        .Replace("{task}", TaskId, StringComparison.Ordinal)
        .Replace("{clip}", Path.Combine(Folder, "clip.mp4"), StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("MEDIAFLOWS_URL", null);
        Environment.SetEnvironmentVariable("MEDIAFLOWS_API_KEY", null);
        Client.Dispose();
        await _host.DisposeAsync();
        await Clouds.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private HostOptions Options() => new()
    {
        ReadEnvironment = false,
        HandleSignals = false,
        Log = TextWriter.Null,
        Settings = new Dictionary<string, string?>(Clouds.Environment.Select(e => KeyValuePair.Create(e.Key, (string?)e.Value)), StringComparer.OrdinalIgnoreCase)
        {
            ["MEDIAFLOWS_HOME"] = Folder,
            ["MEDIAFLOWS_INGEST_PARALLEL"] = "0",
            ["MEDIAFLOWS_URLS"] = "http://127.0.0.1:0",
        },
        Services = services =>
        {
            services.AddSingleton<IBlobStore>(new MemoryBlobStore(TimeProvider.System));
            services.AddSingleton<IFieldProtector, TestProtector>();
            services.AddSingleton<TestMedia>();
            services.AddSingleton<IMediaReader>(s => s.GetRequiredService<TestMedia>());
            services.AddSingleton<IMediaWriter>(s => s.GetRequiredService<TestMedia>());
        },
    };
}
