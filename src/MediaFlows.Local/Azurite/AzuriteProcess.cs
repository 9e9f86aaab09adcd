using System.Globalization;
using MediaFlows.Local.Processes;

namespace MediaFlows.Local.Azurite;

/// <summary>
/// A running Azurite with its blob and queue services on the loopback address. It ends when it is disposed, and also when this process
/// ends in any way, SIGKILL included. With a data folder every answered request outlives the death of any process, its own included.
/// </summary>
public sealed class AzuriteProcess : IAsyncDisposable
{
    // The emulator's published account and key: the same on every machine, no secret.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(5);

    private readonly ChildProcess _process;
    private readonly AzuriteOptions _options;

    private AzuriteProcess(ChildProcess process, AzuriteOptions options, int blobPort, int queuePort)
    {
        _process = process;
        _options = options;
        BlobPort = blobPort;
        QueuePort = queuePort;
    }

    /// <summary>Port of the blob service.</summary>
    public int BlobPort { get; }

    /// <summary>Port of the queue service.</summary>
    public int QueuePort { get; }

    /// <summary>The process, for tests that pause or kill it.</summary>
    public ChildProcess Process => _process;

    /// <summary>Connection string for <c>AzureWebJobsStorage</c>.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint=http://127.0.0.1:{BlobPort}/{Account};QueueEndpoint=http://127.0.0.1:{QueuePort}/{Account};";

    /// <summary>Installs Azurite if needed, starts it and returns when both services answer.</summary>
    /// <exception cref="FolderInUseException">Another process goes on using the data folder.</exception>
    /// <exception cref="LocalToolException">Node.js or npm is missing, a port is taken, or it did not start.</exception>
    public static async Task<AzuriteProcess> StartAsync(AzuriteOptions options, CancellationToken cancellationToken)
    {
        var node = ProgramPath.Find("node", options.SearchPath) ?? throw new LocalToolException(
            "Node.js was not found, and Azurite, the local storage emulator, runs on it. Install Node.js 20 or newer, or set AzureWebJobsStorage to a storage account.");
        await using var turn = options.DataFolder is { } folder ? await new AzuriteFolder(folder, options.Time).TakeAsync(cancellationToken) : null;
        foreach (var port in (int[])[options.BlobPort, options.QueuePort])
        {
            if (port != 0 && FreePorts.IsTaken(port))
                throw new LocalToolException($"Port {port} is taken by another program, so Azurite cannot listen there. Choose another port or stop that program.");
        }

        var launcher = await new AzuriteInstall(options.InstallFolder, options.OnProgress, options.Time) { SearchPath = options.SearchPath }.EnsureAsync(cancellationToken);
        options.OnProgress?.Invoke("Starting Azurite.");
        var process = ChildProcess.Start(new ChildProcessSpec(node, [launcher, .. Arguments(options)]) { Directory = Path.GetDirectoryName(launcher) });
        try
        {
            using var limit = new CancellationTokenSource(options.StartTimeout, options.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            var blob = await PortAsync(process, "Blob", either.Token);
            var queue = await PortAsync(process, "Queue", either.Token);
            return new AzuriteProcess(process, options, blob, queue);
        }
        catch (Exception e)
        {
            await process.DisposeAsync();
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new LocalToolException($"Azurite did not start within {options.StartTimeout.TotalSeconds:0} s. The end of its output:\n{process.Tail()}", e);
            throw;
        }
    }

    /// <summary>Starts it again on the same ports and data folder, after <see cref="DisposeAsync"/> or a kill.</summary>
    public Task<AzuriteProcess> RestartAsync(CancellationToken cancellationToken) =>
        StartAsync(_options with { BlobPort = BlobPort, QueuePort = QueuePort }, cancellationToken);

    /// <summary>Stops it: it saves its data folder and ends; after five seconds it is killed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.CloseInput();
            using var limit = new CancellationTokenSource(StopTimeout, _options.Time);
            try
            {
                await _process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        await _process.DisposeAsync();
    }

    private static IEnumerable<string> Arguments(AzuriteOptions options)
    {
        string[] host = ["--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1"];
        string[] ports = ["--blobPort", $"{options.BlobPort}", "--queuePort", $"{options.QueuePort}", "--tablePort", "0"];
        string[] quiet = ["--silent", "--loose", "--skipApiVersionCheck", "--disableTelemetry"];
        return [.. host, .. ports, .. quiet, .. options.DataFolder is { } folder ? (string[])["--location", Path.GetFullPath(folder)] : ["--inMemoryPersistence"]];
    }

    // Azurite says where it listens once it does, also when it was given port 0, so no port has to be guessed.
    private static async Task<int> PortAsync(ChildProcess process, string service, CancellationToken cancellationToken)
    {
        var start = $"Azurite {service} service is successfully listening at ";
        var line = await process.WaitForLineAsync(l => l.StartsWith(start, StringComparison.Ordinal), cancellationToken);
        return int.Parse(line.AsSpan(line.LastIndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
