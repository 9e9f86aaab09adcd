using MediaFlows.Simulator.Hosting;

namespace MediaFlows.Simulator.Tests.Hosting;

/// <summary>What the simulator keeps on disk ends with it; a folder of the caller's own stays.</summary>
public sealed class DataFolderTests
{
    [Fact]
    public async Task Its_own_folder_goes_with_the_simulator()
    {
        var folder = await RunAsync(new SimulatorOptions());
        Assert.StartsWith("mediaflows-simulator-", Path.GetFileName(folder), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder), folder);
    }

    [Fact]
    public async Task A_given_folder_stays_and_what_was_stored_there_goes()
    {
        var given = Directory.CreateTempSubdirectory("mediaflows-given-");
        await File.WriteAllTextAsync(Path.Combine(given.FullName, "mine"), "mine", TestContext.Current.CancellationToken);
        Assert.Equal(given.FullName, await RunAsync(new SimulatorOptions { DataFolder = given.FullName }));
        Assert.Equal(["mine"], given.EnumerateFileSystemInfos().Select(f => f.Name));
        given.Delete(recursive: true);
    }

    /// <summary>Stores a file and ends the simulator; returns the folder above its clouds.</summary>
    private static async Task<string> RunAsync(SimulatorOptions options)
    {
        await using var simulator = await SimulatorHost.StartAsync(options, TestContext.Current.CancellationToken);
        var files = simulator["byteplus"].Files;
        await files.WriteAsync("key", "bytes"u8.ToArray(), TestContext.Current.CancellationToken);
        return Path.GetDirectoryName(Path.GetDirectoryName(files.Find("key")!)!)!;
    }
}
