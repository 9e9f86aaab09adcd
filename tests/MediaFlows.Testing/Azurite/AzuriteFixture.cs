using MediaFlows.Local.Azurite;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Blobs;
using Xunit;

namespace MediaFlows.Testing.Azurite;

/// <summary>
/// One Azurite for a whole test assembly (<c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>, then a constructor parameter), or the one
/// that the environment variable MEDIAFLOWS_AZURITE names with its connection string. Tests keep apart by names from <see cref="NewName"/>.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    /// <summary>Connection string of an Azurite that runs already, for a run of several assemblies.</summary>
    public const string Variable = "MEDIAFLOWS_AZURITE";

    // Assemblies that share one Azurite must not share names, nor must this run and one of yesterday.
    private static readonly string Run = $"{Environment.ProcessId:x}{Environment.TickCount64:x}";
    private static int _names;
    private AzuriteProcess? _process;
    private string? _shared;

    /// <summary>For <c>AzureWebJobsStorage</c>.</summary>
    public string ConnectionString => _shared ?? _process!.ConnectionString;

    /// <summary>A container, hub or queue name that no other test has.</summary>
    public string NewName(string prefix = "t") => $"{prefix}-{Run}-{Interlocked.Increment(ref _names)}";

    /// <summary>The account, with <paramref name="configure"/> applied.</summary>
    public StorageAccount Account(Action<StorageOptions>? configure = null)
    {
        var options = new StorageOptions { ConnectionString = ConnectionString, NetworkTimeout = TimeSpan.FromSeconds(30) };
        configure?.Invoke(options);
        return new StorageAccount(options);
    }

    /// <summary>A blob store on a container of its own.</summary>
    public AzureBlobStore NewStore(Action<StorageOptions>? configure = null) => Account(configure).OpenContainer(NewName());

    public async ValueTask InitializeAsync()
    {
        _shared = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } shared ? shared : null;
        if (_shared is null) _process = await AzuriteProcess.StartAsync(new AzuriteOptions(), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null) await _process.DisposeAsync();
    }
}
