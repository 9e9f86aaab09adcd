using System.Text.Json;
using MediaFlows.Cli.Connection;
using MediaFlows.Cli.Console;
using MediaFlows.Core.Errors;
using MediaFlows.Local;
using MediaFlows.Local.Azurite;
using MediaFlows.Local.Processes;

namespace MediaFlows.Cli.Demo;

/// <summary>Everything the demo runs on: Azurite, the simulated clouds and the embedded host, each a process of its own on a free loopback port.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly string _folder;
    private readonly int _hostPort;
    private AzuriteProcess? _azurite;
    private ChildProcess? _clouds;
    private ChildProcess? _host;
    private SampleServer? _sample;

    private DemoStage(Terminal terminal, TimeProvider time, int hostPort)
    {
        _terminal = terminal;
        _time = time;
        _hostPort = hostPort;
        _folder = Directory.CreateTempSubdirectory("mediaflows-demo-").FullName;
    }

    /// <summary>Variables that point a host at the simulated clouds.</summary>
    public IReadOnlyDictionary<string, string> CloudEnvironment { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The sample video on disk.</summary>
    public string SampleFile => Path.Combine(_folder, "media", "sample.mp4");

    /// <summary>The sample video on a web server of this process.</summary>
    public Uri SampleUrl => _sample!.Url;

    /// <summary>Where the host keeps its API key.</summary>
    public string KeyFile { get; private set; } = "";

    /// <summary>The running host.</summary>
    public ApiClient Api { get; private set; } = null!;

    public static async Task<DemoStage> OpenAsync(Terminal terminal, TimeProvider time, int port, CancellationToken cancellationToken)
    {
        if (port != 0 && FreePorts.IsTaken(port))
            throw new CliException(ExitCodes.NotStarted, ErrorCodes.InvalidInput, $"Port {port} is taken by another program.", "Choose another one with --port, or leave it out for any free one.");
        var stage = new DemoStage(terminal, time, port == 0 ? FreePorts.Find() : port);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(stage.SampleFile)!);
            stage._sample = await SampleServer.StartAsync(stage.SampleFile, cancellationToken);
            stage._azurite = await AzuriteProcess.StartAsync(
                new AzuriteOptions { DataFolder = Path.Combine(stage._folder, "azurite"), OnProgress = terminal.Say }, cancellationToken);
            terminal.Say("Starting the simulated clouds.");
            stage._clouds = ChildProcess.StartDotnet(typeof(DemoStage).Assembly.Location, ["simulate"]);
            var json = await stage.LineAsync(stage._clouds, line => line.StartsWith('{'), cancellationToken);
            stage.CloudEnvironment = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
            await stage.StartHostAsync(cancellationToken);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the host; used again after <see cref="KillHost"/>.</summary>
    public async Task StartHostAsync(CancellationToken cancellationToken)
    {
        _terminal.Say("Starting the host.");
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["MEDIAFLOWS_HOME"] = Path.Combine(_folder, "home"),
            ["AzureWebJobsStorage"] = _azurite!.ConnectionString,
            ["MEDIAFLOWS_URL_ALLOW"] = "127.0.0.1",
            ["VOD_POLL_INTERVAL"] = "1",
        };
        foreach (var (name, value) in CloudEnvironment) environment[name] = value;
        _host = ChildProcess.StartDotnet(
            typeof(DemoStage).Assembly.Location,
            ["serve", "--port", $"{_hostPort}", "--file-root", Path.GetDirectoryName(SampleFile)!],
            environment);
        var ready = await LineAsync(_host, line => line.Contains("MediaFlows is ready", StringComparison.Ordinal), cancellationToken);
        KeyFile = ready[(ready.LastIndexOf(": ", StringComparison.Ordinal) + 2)..];
        Api?.Dispose();
        Api = new ApiClient(new HostConnection(new Uri($"http://127.0.0.1:{_hostPort}"), (await File.ReadAllTextAsync(KeyFile, cancellationToken)).Trim(), Path.GetDirectoryName(SampleFile)));
    }

    /// <summary>SIGKILL: no clean-up, no last write.</summary>
    public void KillHost() => _host!.Kill();

    /// <summary>With <c>--keep</c>: everything stays up until Ctrl-C.</summary>
    public async Task StayAsync(CancellationToken cancellationToken)
    {
        _terminal.Say($"Everything keeps running until Ctrl-C.\n  Dashboard and API: {Api.Host.Url}\n  API key file:      {KeyFile}");
        foreach (var (name, value) in CloudEnvironment.Where(p => p.Value.StartsWith("http://", StringComparison.Ordinal))) _terminal.Say($"  {name}={value}");
        var stopped = new TaskCompletionSource();
        await using var registration = cancellationToken.Register(() => stopped.TrySetResult());
        await stopped.Task;
    }

    public async ValueTask DisposeAsync()
    {
        Api?.Dispose();
        if (_host is not null) await _host.DisposeAsync();
        if (_clouds is not null) await _clouds.DisposeAsync();
        if (_azurite is not null) await _azurite.DisposeAsync();
        if (_sample is not null) await _sample.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<string> LineAsync(ChildProcess process, Func<string, bool> fits, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(StartLimit, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await process.WaitForLineAsync(fits, either.Token);
    }
}
