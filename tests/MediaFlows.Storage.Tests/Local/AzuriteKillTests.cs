using System.Text;
using MediaFlows.Core.Storage;
using MediaFlows.Local;
using MediaFlows.Local.Azurite;
using MediaFlows.Storage.Accounts;
using MediaFlows.Storage.Queues;

namespace MediaFlows.Storage.Tests.Local;

/// <summary>What an Azurite with a data folder has answered is there after it was killed: the local host rests on it.</summary>
public sealed class AzuriteKillTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mediaflows-azurite-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Killed_again_and_again_under_load_it_has_everything_it_answered()
    {
        const int Writers = 8, Kills = 4;
        var writers = Enumerable.Range(0, Writers).Select(w => new Writer($"w{w}")).ToList();
        var azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = _folder }, Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var account = new StorageAccount(new StorageOptions { ConnectionString = azurite.ConnectionString });
            var (store, queue) = (account.OpenContainer("container"), new MessageQueue(account, "messages", TimeProvider.System));
            if (kill == 1) await queue.SendAsync("first"u8.ToArray(), Token);
            using var stop = new CancellationTokenSource();
            var (answered, enough) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            var working = writers.ConvertAll(w => Task.Run(() => w.WriteAsync(store, queue, () => { if (Interlocked.Increment(ref answered) == kill * 120) enough.TrySetResult(); }, stop.Token)));
            await Task.WhenAny(enough.Task, Task.WhenAll(working));
            azurite.Process.Kill();
            await stop.CancelAsync();
            await Task.WhenAll(working);
            await azurite.DisposeAsync();

            azurite = await azurite.RestartAsync(Token);
            account = new StorageAccount(new StorageOptions { ConnectionString = azurite.ConnectionString });
            store = account.OpenContainer("container");
            foreach (var writer in writers) await writer.CheckAsync(store);
            Assert.InRange(await new MessageQueue(account, "messages", TimeProvider.System).CountAsync(Token), 1 + writers.Sum(w => w.Sent), 1 + writers.Sum(w => w.Sent + w.PerhapsSent));
        }

        await azurite.DisposeAsync();
        Assert.True(writers.Sum(w => w.Sent) > 50, "work was done");
        Assert.False(File.Exists(Path.Combine(_folder, "azurite-host.pid")));
    }

    [Fact]
    public async Task A_second_one_on_the_folder_waits_until_the_first_has_ended()
    {
        var first = await AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = _folder }, Token);
        var waiting = AzuriteProcess.StartAsync(new AzuriteOptions { DataFolder = _folder }, Token);
        var store = new StorageAccount(new StorageOptions { ConnectionString = first.ConnectionString }).OpenContainer("container");
        await store.PutAsync("blob", "one"u8.ToArray(), BlobCondition.None, Token);

        // One that need not wait is up in the meantime.
        await using (await AzuriteProcess.StartAsync(new AzuriteOptions(), Token)) Assert.False(waiting.IsCompleted);
        await first.DisposeAsync();
        await using var second = await waiting;
        store = new StorageAccount(new StorageOptions { ConnectionString = second.ConnectionString }).OpenContainer("container");
        Assert.Equal("one"u8.ToArray(), (await store.GetAsync("blob", Token))!.Bytes.ToArray());
    }

    [Fact]
    public async Task A_folder_that_stays_in_use_is_named_with_its_process_and_a_stale_note_is_passed_over()
    {
        var note = Path.Combine(_folder, "azurite-host.pid");
        using var self = System.Diagnostics.Process.GetCurrentProcess();
        await File.WriteAllTextAsync(note, $"{Environment.ProcessId} {new DateTimeOffset(self.StartTime).ToUnixTimeMilliseconds()}", Token);
        var time = new Testing.Time.VirtualTime();
        var taking = new AzuriteFolder(_folder, time).TakeAsync(Token);
        while (!taking.IsCompleted)
        {
            time.AdvanceToNextTimer();
            await Task.Yield();
        }

        var e = await Assert.ThrowsAsync<FolderInUseException>(() => taking);
        Assert.Contains($"process {Environment.ProcessId}", e.Message, StringComparison.Ordinal);

        // The number belongs to a process that started at another time, is nobody's, or is no number.
        foreach (var stale in (string[])[$"{Environment.ProcessId} 1000", "999999999 1000", "nonsense", ""])
        {
            await File.WriteAllTextAsync(note, stale, Token);
            await (await new AzuriteFolder(_folder, time).TakeAsync(Token)).DisposeAsync();
        }
    }

    // Writes only what is its own, so it knows what must be there.
    private sealed class Writer(string name)
    {
        private readonly Dictionary<string, string> _blobs = [];
        private readonly StringBuilder _log = new();
        private string? _inFlight;
        private int _step;

        public int Sent { get; private set; }

        public int PerhapsSent { get; private set; }

        public async Task WriteAsync(IBlobStore store, MessageQueue queue, Action answered, CancellationToken stop)
        {
            try
            {
                if (_log.Length == 0) await store.CreateAppendAsync($"{name}/log", stop);
                while (!stop.IsCancellationRequested)
                {
                    var step = _step++;
                    _inFlight = $"{name}/{step % 7}";
                    if (step % 5 == 4)
                    {
                        await store.DeleteAsync(_inFlight, null, stop);
                        _blobs.Remove(_inFlight);
                    }
                    else
                    {
                        await store.PutAsync(_inFlight, Encoding.UTF8.GetBytes($"{step}"), BlobCondition.None, stop);
                        _blobs[_inFlight] = $"{step}";
                    }

                    answered();
                    _inFlight = $"{name}/log";
                    await store.AppendAsync(_inFlight, Encoding.UTF8.GetBytes($"{step};"), _log.Length, stop);
                    _log.Append(step).Append(';');
                    answered();
                    _inFlight = null;
                    PerhapsSent++;
                    await queue.SendAsync(Encoding.UTF8.GetBytes($"{name} {step}"), stop);
                    PerhapsSent--;
                    Sent++;
                    answered();
                }
            }
            catch (Exception e) when (e is BlobStoreException or OperationCanceledException or Core.Errors.FlowException)
            {
                // Storage was killed: what was under way is there or not.
            }
        }

        public async Task CheckAsync(IBlobStore store)
        {
            var log = await ReadAsync(store, $"{name}/log") ?? "";
            if (log.Length > _log.Length && _inFlight == $"{name}/log") _log.Append(log.AsSpan(_log.Length));
            Assert.Equal(_log.ToString(), log);
            for (var n = 0; n < 7; n++)
            {
                var blob = $"{name}/{n}";
                var there = await ReadAsync(store, blob);
                if (blob != _inFlight) Assert.Equal(_blobs.GetValueOrDefault(blob), there);
                else if (there is null) _blobs.Remove(blob);
                else _blobs[blob] = there;
            }
        }

        private static async Task<string?> ReadAsync(IBlobStore store, string blob) =>
            await store.GetAsync(blob, Token) is { } content ? Encoding.UTF8.GetString(content.Bytes.Span) : null;
    }
}
