using MediaFlows.Core.Storage;
using MediaFlows.Local.Azurite;
using MediaFlows.Storage.Accounts;
using MediaFlows.Testing.Storage;

namespace MediaFlows.Benchmarks.Engine;

/// <summary>Where the benchmarks keep their blobs: one Azurite for the run, a container for each, or memory.</summary>
internal sealed class BenchmarkStorage : IAsyncDisposable
{
    private readonly AzuriteProcess? _azurite;
    private int _containers;

    private BenchmarkStorage(AzuriteProcess? azurite) => _azurite = azurite;

    public static async Task<BenchmarkStorage> OpenAsync(bool inMemory) =>
        new(inMemory ? null : await AzuriteProcess.StartAsync(new AzuriteOptions { OnProgress = Console.Error.WriteLine }, CancellationToken.None));

    /// <summary>An empty store that counts its requests.</summary>
    public CountingStore NewStore() => new(NewInner());

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null) await _azurite.DisposeAsync();
    }

    private IBlobStore NewInner() => _azurite is null
        ? new MemoryBlobStore(TimeProvider.System)
        : new StorageAccount(new StorageOptions { ConnectionString = _azurite.ConnectionString, NetworkTimeout = TimeSpan.FromSeconds(60) }).OpenContainer($"bench{++_containers}");
}
