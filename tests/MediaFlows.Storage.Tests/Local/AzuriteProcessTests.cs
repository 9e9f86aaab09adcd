using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MediaFlows.Core.Storage;
using MediaFlows.Local;
using MediaFlows.Local.Azurite;
using MediaFlows.Local.Processes;
using MediaFlows.Storage.Accounts;

namespace MediaFlows.Storage.Tests.Local;

public sealed class AzuriteProcessTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Storage_that_goes_away_is_reported_and_what_was_saved_is_there_when_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("mediaflows-azurite-").FullName;
        try
        {
            var first = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = folder }, Token);
            var store = new StorageAccount(new StorageOptions { ConnectionString = first.ConnectionString }).OpenContainer("container");
            await store.CreateAppendAsync("log", Token);

            // Ctrl-C on a terminal reaches every process of its group; storage must outlast those that still save their work.
            if (!OperatingSystem.IsWindows()) first.Process.Interrupt();
            await store.AppendAsync("log", "abc"u8.ToArray(), 0, Token);
            await first.DisposeAsync();

            var e = await Assert.ThrowsAsync<BlobStoreException>(() => store.AppendAsync("log", "def"u8.ToArray(), 3, Token));
            Assert.Equal(BlobFailure.Unavailable, e.Failure);

            await using var second = await first.RestartAsync(Token);
            Assert.Equal(6, await store.AppendAsync("log", "def"u8.ToArray(), 3, Token));
            Assert.Equal("abcdef"u8.ToArray(), (await store.GetAsync("log", Token))!.Bytes.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task It_ends_when_the_process_that_started_it_is_killed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The starter is a shell.");

        // The starter is a program that is killed and can do nothing about it; all it leaves behind is the closed end of a pipe.
        var launcher = await new AzuriteInstall().EnsureAsync(Token);
        await using var starter = ChildProcess.Start(new ChildProcessSpec("sh",
        [
            "-c", "sleep 600 | { echo \"azurite $$\"; exec node \"$0\" --silent --inMemoryPersistence --disableTelemetry --blobPort 0 --queuePort 0 --tablePort 0; }", launcher,
        ])
        { Directory = Path.GetDirectoryName(launcher) });
        var line = await starter.WaitForLineAsync(l => l.StartsWith("Azurite Table service is successfully listening", StringComparison.Ordinal), Token);
        Assert.NotNull(line);
        var listening = await starter.WaitForLineAsync(l => l.StartsWith("Azurite Blob service is successfully listening", StringComparison.Ordinal), Token);
        var port = int.Parse(listening.AsSpan(listening.LastIndexOf(':') + 1));
        Assert.True(FreePorts.IsTaken(port));
        foreach (var sleeper in Children(starter.Id, "sleep")) Process.GetProcessById(sleeper).Kill();
        await starter.WaitForExitAsync(Token);
        Assert.False(FreePorts.IsTaken(port));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var e = await Assert.ThrowsAsync<LocalToolException>(() => AzuriteProcess.StartAsync(new AzuriteOptions { BlobPort = port }, Token));
        Assert.Contains($"Port {port} is taken", e.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Children(int parent, string name) =>
        Process.GetProcessesByName(name).Select(p => p.Id).Where(id => File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(") ")[1].Split(' ')[1] == $"{parent}");
}
