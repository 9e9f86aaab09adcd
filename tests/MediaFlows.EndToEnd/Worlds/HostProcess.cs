using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MediaFlows.Local;
using MediaFlows.Local.Processes;

namespace MediaFlows.EndToEnd.Worlds;

/// <summary><c>mediaflows serve</c> as a process of its own, with a client for it.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly World _world;
    private readonly string _hub;
    private readonly int _port;
    private readonly bool _ingests;
    private readonly IReadOnlyDictionary<string, string?>? _settings;
    private ChildProcess _process;

    private HostProcess(World world, string hub, string folder, int port, bool ingests, IReadOnlyDictionary<string, string?>? settings, ChildProcess process)
    {
        _world = world;
        _hub = hub;
        Folder = folder;
        _port = port;
        _ingests = ingests;
        _settings = settings;
        _process = process;
    }

    public string Folder { get; }

    public HttpClient Client { get; private set; } = new();

    public string Url => $"http://127.0.0.1:{_port}";

    /// <summary>Everything it wrote since it was last started.</summary>
    public string Output => string.Join('\n', _process.Output);

    public static string Program => Path.Combine(AppContext.BaseDirectory, "mediaflows.dll");

    public static async Task<HostProcess> StartAsync(World world, string hub, string? folder, bool ingests = false, IReadOnlyDictionary<string, string?>? settings = null)
    {
        folder ??= Directory.CreateTempSubdirectory("mediaflows-e2e-").FullName;
        var port = FreePorts.Find();
        var host = new HostProcess(world, hub, folder, port, ingests, settings, Launch(world, hub, folder, port, ingests, settings));
        await host.ReadyAsync();
        return host;
    }

    /// <summary>SIGKILL.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGSTOP: it holds its connections and does nothing.</summary>
    public void Pause() => _process.Pause();

    /// <summary>SIGCONT.</summary>
    public void Continue() => _process.Continue();

    /// <summary>Waits until it has ended by itself; returns the exit code.</summary>
    public Task<int> ExitAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken);

    /// <summary>Waits for a line of its output.</summary>
    public Task<string> WaitForLineAsync(Func<string, bool> fits) => _process.WaitForLineAsync(fits, TestContext.Current.CancellationToken);

    /// <summary>SIGTERM; returns the exit code.</summary>
    public async Task<int> StopAsync()
    {
        _process.Terminate();
        return await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Starts it again after a kill or stop.</summary>
    public async Task RestartAsync()
    {
        await _process.DisposeAsync();
        _process = Launch(_world, _hub, Folder, _port, _ingests, _settings);
        await ReadyAsync();
    }

    public async Task<JsonObject> StartFlowAsync(string pipeline, JsonObject input, string? instanceId = null)
    {
        using var answer = await Client.PostAsJsonAsync($"/api/flows/{pipeline}{(instanceId is null ? "" : $"?instanceId={instanceId}")}", input);
        var body = (JsonObject)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, body.ToJsonString());
        return body;
    }

    public async Task<JsonObject> StatusAsync(string id) => (JsonObject)JsonNode.Parse(await Client.GetStringAsync($"/api/flows/{id}"))!;

    /// <summary>Waits on the live event stream until the flow has ended.</summary>
    public async Task<JsonObject> EndAsync(string id)
    {
        using var stream = new StreamReader(await Client.GetStreamAsync($"/api/flows/{id}/events"));
        while (await stream.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line == "event: end") break;
        }

        return await StatusAsync(id);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }

    private static ChildProcess Launch(World world, string hub, string folder, int port, bool ingests, IReadOnlyDictionary<string, string?>? settings)
    {
        var environment = world.HostEnvironment(hub, folder, ingests);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>()) environment[name] = value;
        return ChildProcess.StartDotnet(Program, ["serve", "--port", $"{port}", "--file-root", folder], environment);
    }

    private async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await _process.WaitForLineAsync(line => line.Contains("MediaFlows is ready", StringComparison.Ordinal), limit.Token);
        Client.Dispose();
        Client = new HttpClient { BaseAddress = new Uri(Url), Timeout = TimeSpan.FromMinutes(2) };
        Client.DefaultRequestHeaders.Add("x-functions-key", ReadKey());
    }

    /// <summary>The first key of the key file, for a client; never written anywhere.</summary>
    public string ReadKey() => File.ReadLines(Path.Combine(Folder, "api.keys")).First(l => l.Length > 0 && !l.StartsWith('#')).Trim();
}
